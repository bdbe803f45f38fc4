import { characterAt, characterBefore, isWordly, type Kind, kindOf } from './fold.ts'

type TermKind = 'pair' | 'single' | 'word'

/** What is longer is cut; texts tell the rest. */
const LONGEST_WORD = 32

/**
 * The terms of a folded text: words and numbers; of scripts without gaps each pair of neighbours, also with the letter or
 * digit beside it; and what ends a run of them, alone, so that every character begins some term.
 */
export function eachTerm(text: string, take: (term: string, start: number, kind: TermKind) => void): void {
  let last = ''
  let lastKind: Kind = 'gap'
  let lastStart = 0
  let wordStart = 0
  let at = 0
  for (const character of text) {
    const kind = kindOf(character)
    const isInWord = kind === lastKind && isWordly(kind)
    if (!isInWord) {
      endWord(at)
      if (kind === 'gap') endRun()
      else if (lastKind === 'dense' || (kind === 'dense' && lastKind !== 'gap'))
        take(text.slice(lastStart, at + character.length), lastStart, 'pair')
      wordStart = at
    }
    last = character
    lastKind = kind
    lastStart = at
    at += character.length
  }
  endWord(at)
  endRun()

  function endWord(end: number) {
    if (isWordly(lastKind))
      take(text.slice(wordStart, Math.min(end, wordStart + LONGEST_WORD)), wordStart, 'word')
  }

  function endRun() {
    if (lastKind === 'dense') take(last, lastStart, 'single')
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
 * What finds every text with a phrase, and some others: first its words, and pairs that cover all other characters; the rest
 * of the pairs narrows what these find. What much begins with, a lone character or the letters of a word's beginning, is
 * looked up only if there is nothing else.
 *
 * @param phrase folded
 */
export function lookupsOf(phrase: string): { first: Lookup[]; rest: Lookup[] } {
  const pairs: { term: string; start: number; end: number }[] = []
  const words: Lookup[] = []
  const beginnings: Lookup[] = []
  eachTerm(phrase, (term, start, kind) => {
    const end = start + term.length
    const isPrefix = end === phrase.length || term.length === LONGEST_WORD
    if (kind === 'pair') pairs.push({ term, start, end })
    else if (kind === 'single') {
      if (pairs.at(-1)?.end !== end) beginnings.push({ term, isPrefix: true })
    } else (isPrefix && term.length < SHORTEST_PREFIX ? beginnings : words).push({ term, isPrefix })
  })
  const cover = new Set(covering(pairs))
  const lookUp = (some: typeof pairs) => some.map(({ term }) => ({ term, isPrefix: false }))
  const first = [...words, ...lookUp([...cover])]
  return first.length > 0
    ? { first, rest: lookUp(pairs.filter(pair => !cover.has(pair))) }
    : { first: beginnings, rest: [] }
}

/** Every other pair, and the last of each run. */
function covering<Pair extends { start: number; end: number }>(pairs: Pair[]): Pair[] {
  let covered = 0
  return pairs.filter(({ start, end }, index) => {
    const next = pairs[index + 1]
    const isLast = !next || next.start >= end
    if (start < covered && !(isLast && end > covered)) return false
    covered = end
    return true
  })
}

/** Where a phrase begins next in a text, both folded; -1 if nowhere. A word counts from its beginning. */
export function findPhrase(text: string, phrase: string, from = 0): number {
  const kind = kindOf(characterAt(phrase, 0))
  for (let at = text.indexOf(phrase, from); at >= 0; at = text.indexOf(phrase, at + 1))
    if (!isWordly(kind) || at === 0 || kindOf(characterBefore(text, at)) !== kind) return at
  return -1
}
