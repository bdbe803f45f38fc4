import { articleOf, PARTS, type Postings, placeOf } from '../../shared/search/block.ts'

/** Part of what an index is made of: its postings in order of terms, and what its articles' numbers become. */
export interface Source {
  postings: Iterable<Postings>
  /** By their number here; -1 leaves one out. */
  numbers: Int32Array
}

/** Puts indexes together, term by term. */
export function* mergePostings(sources: Source[]): Generator<Postings> {
  const open = sources.map(({ postings, numbers }) => ({ rest: postings[Symbol.iterator](), numbers }))
  const heads = open.flatMap(({ rest, numbers }) => {
    const { value } = rest.next()
    return value ? [{ rest, numbers, postings: value as Postings }] : []
  })
  while (heads.length > 0) {
    let least = heads[0]!.postings.term
    for (const { postings } of heads) if (postings.term < least) least = postings.term
    const places: number[] = []
    for (let index = heads.length - 1; index >= 0; index--) {
      const head = heads[index]!
      if (head.postings.term !== least) continue
      for (const place of head.postings.places) {
        const number = head.numbers[articleOf(place)]!
        if (number >= 0) places.push(placeOf(number, place % PARTS))
      }
      const { value, done } = head.rest.next()
      if (done) heads.splice(index, 1)
      else head.postings = value
    }
    if (places.length > 0) yield { term: least, places: Int32Array.from(places).sort() }
  }
}
