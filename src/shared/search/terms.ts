import { characterAt, characterBefore, isWordly, type Kind, kindOf } from './fold.ts'

type TermKind = 'pair' | 'triple' | 'single' | 'word'

/** What is longer is cut; texts tell the rest. */
const LONGEST_WORD = 32

/** Triples share so many terms: all of them would be more than an index can hold, and the texts tell them apart. */
const TRIPLE_TERMS = 2 ** 13

/** No text holds such a character. */
const tripleTerms = Array.from({ length: TRIPLE_TERMS }, (_, hash) => `\u0002${String.fromCharCode(hash)}`)

/** By FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function tripleTerm(text: string, start: number, end: number): string {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return tripleTerms[(hash ^ (hash >>> 15)) & (TRIPLE_TERMS - 1)]!
}

/**
 * The terms of a folded text: words and numbers; of scripts without gaps each pair of neighbours, also with the letter or
 * digit beside it, and each three of them; and what ends a run of them, alone, so that every character begins some term.
 *
 * @param take is told where in the text each begins and ends, in code units
 */
export function eachTerm(
  text: string,
  take: (term: string, kind: TermKind, start: number, end: number) => void,
): void {
  let lastKind: Kind = 'gap'
  let lastStart = 0
  let pairStart = -1 // of the pair that ends here
  let wordStart = 0
  let at = 0
  for (const character of text) {
    const kind = kindOf(character)
    const end = at + character.length
    const isInWord = kind === lastKind && isWordly(kind)
    let nextPair = -1
    if (!isInWord) {
      endWord()
      if (kind === 'gap') endRun()
      else if (lastKind === 'dense' || (kind === 'dense' && lastKind !== 'gap')) {
        take(text.slice(lastStart, end), 'pair', lastStart, end)
        if (pairStart >= 0) take(tripleTerm(text, pairStart, end), 'triple', pairStart, end)
        nextPair = lastStart
      }
      wordStart = at
    }
    pairStart = nextPair
    lastKind = kind
    lastStart = at
    at = end
  }
  endWord()
  endRun()

  function endWord() {
    if (isWordly(lastKind))
      take(text.slice(wordStart, Math.min(at, wordStart + LONGEST_WORD)), 'word', wordStart, at)
  }

  function endRun() {
    if (lastKind === 'dense') take(text.slice(lastStart, at), 'single', lastStart, at)
  }
}

/** What an index must be asked for a phrase. */
export interface Lookup {
  term: string
  /** All terms that begin so are meant. */
  isPrefix: boolean
}

/** A shorter beginning of a word says little and costs much. */
const SHORTEST_PREFIX = 3

/**
 * What finds every text with a phrase, and some others: first its words, and pairs that cover all other characters; the
 * other pairs, and triples that cover all, narrow what these find. What much begins with, a lone character or the letters of
 * a word's beginning, is looked up only if there is nothing else.
 *
 * @param phrase folded
 */
export function lookupsOf(phrase: string): { first: Lookup[]; rest: Lookup[] } {
  const pairs: Stretch[] = []
  const triples: Stretch[] = []
  const words: Lookup[] = []
  const beginnings: Lookup[] = []
  eachTerm(phrase, (term, kind, start, end) => {
    const isPrefix = end === phrase.length || end - start > LONGEST_WORD
    if (kind === 'pair') pairs.push({ term, start, end })
    else if (kind === 'triple') triples.push({ term, start, end })
    else if (kind === 'single') {
      if (pairs.at(-1)?.end !== end) beginnings.push({ term, isPrefix: true })
    } else (isPrefix && term.length < SHORTEST_PREFIX ? beginnings : words).push({ term, isPrefix })
  })
  const cover = covering(pairs)
  const exactly = (some: Stretch[]) => some.map(({ term }) => ({ term, isPrefix: false }))
  const first = [...words, ...exactly(cover)]
  const rest = exactly([...pairs.filter(pair => !cover.includes(pair)), ...covering(triples)])
  return first.length > 0 ? { first, rest } : { first: beginnings, rest: [] }
}

interface Stretch {
  term: string
  start: number
  end: number
}

/** As few as cover all of each run. */
const covering = (stretches: Stretch[]): Stretch[] =>
  stretches.reduce<Stretch[]>((cover, stretch, index) => {
    const next = stretches[index + 1]
    const covered = cover.at(-1)?.end ?? 0
    // The next one would leave a gap, or there is none.
    if (stretch.end > covered && !(next && next.start <= covered)) cover.push(stretch)
    return cover
  }, [])

/** Where a phrase begins next in a text, both folded; -1 if nowhere. A word counts from its beginning. */
export function findPhrase(text: string, phrase: string, from = 0): number {
  const kind = kindOf(characterAt(phrase, 0))
  for (let at = text.indexOf(phrase, from); at >= 0; at = text.indexOf(phrase, at + 1))
    if (!isWordly(kind) || at === 0 || kindOf(characterBefore(text, at)) !== kind) return at
  return -1
}
