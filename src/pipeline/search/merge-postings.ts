import { articleOf, PARTS, type Postings, placeOf } from '../../shared/search/block.ts'

/** Part of what an index is made of: its postings in order of terms, and what its articles' numbers become. */
export interface Source {
  postings: Iterable<Postings>
  /** By their number here; -1 leaves one out. */
  numbers: Int32Array
}

/** Puts indexes together, term by term. */
export function* mergePostings(sources: Source[]): Generator<Postings> {
  let heads = sources.flatMap(({ postings, numbers }) => {
    const rest = postings[Symbol.iterator]()
    const { value, done } = rest.next()
    return done ? [] : [{ rest, numbers, postings: value } satisfies Head]
  })
  while (heads.length > 0) {
    let least = heads[0]!.postings.term
    for (const { postings } of heads) if (postings.term < least) least = postings.term
    const places: number[] = []
    let isSorted = true
    for (const head of heads) {
      if (head.postings.term !== least) continue
      for (const place of head.postings.places) {
        const number = head.numbers[articleOf(place)]!
        if (number < 0) continue
        const next = placeOf(number, place % PARTS)
        isSorted &&= places.length === 0 || next > places.at(-1)!
        places.push(next)
      }
    }
    if (places.length > 0) yield { term: least, places: isSorted ? places : places.sort((a, b) => a - b) }
    heads = heads.filter(head => head.postings.term !== least || advance(head))
  }
}

interface Head {
  rest: Iterator<Postings>
  numbers: Int32Array
  postings: Postings
}

/** @returns whether there is another term */
function advance(head: Head): boolean {
  const { value, done } = head.rest.next()
  head.postings = value
  return !done
}
