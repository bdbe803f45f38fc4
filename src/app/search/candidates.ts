import { ARTICLES_A_FILE, type Segment } from '../../shared/search/segment.ts'
import { type Lookup, lookupsOf } from '../../shared/search/terms.ts'
import type { IndexFiles } from './index-files.ts'
import type { Query } from './query.ts'
import type { Range } from './search.ts'

/** An article that may be what is looked for: its text will tell. */
export interface Candidate {
  segment: string
  number: number
  /** How many of the phrases may stand in its title. */
  titles: number
}

/** The candidates of a segment, the newest first. */
export async function candidatesIn(
  name: string,
  query: Query,
  range: Range,
  files: IndexFiles,
): Promise<Candidate[]> {
  const segment = await files.segment(name)
  const [from, to] = numbersIn(segment, range)
  if (from >= to) return []
  const ask = (lookup: Lookup) => files.postings(name, segment, lookup)
  const [phrases, facts] = await Promise.all([
    Promise.all(
      query.phrases.map(async ({ text, isInTitle }) => {
        const lists = await Promise.all(lookupsOf(text).map(ask))
        const found = lists.reduce(intersection)
        return isInTitle ? found.filter(number => number & 1) : found
      }),
    ),
    Promise.all(query.facts.map(ask)),
  ])
  const wanted = [...phrases, ...facts]
  const numbers = wanted.length > 0 ? wanted.reduce(inBoth) : everything(segment)
  const titles = titlesIn(phrases)
  return Array.from(numbers, number => number >> 1)
    .filter(number => number >= from && number < to)
    .map(number => ({ segment: name, number, titles: titles.get(number) ?? 0 }))
    .reverse()
}

/** Between which numbers a range of time lies, to a file of articles. */
function numbersIn({ published }: Segment, { since, before }: Range): [from: number, to: number] {
  const upTo = (time: number) => published.filter(first => (first ?? Number.NEGATIVE_INFINITY) < time).length
  return [Math.max(0, upTo(since) - 1) * ARTICLES_A_FILE, upTo(before) * ARTICLES_A_FILE]
}

const everything = ({ articles }: Segment) => Int32Array.from({ length: articles }, (_, number) => number * 2)

/** Numbers in both; a title's mark stays where both have it. */
const intersection = (one: Int32Array, other: Int32Array) => common(one, other, (a, b) => a & b)

/** Numbers in both, whatever the marks. */
const inBoth = (one: Int32Array, other: Int32Array) => common(one, other, a => a)

function common(one: Int32Array, other: Int32Array, join: (a: number, b: number) => number): Int32Array {
  const both = new Int32Array(Math.min(one.length, other.length))
  let count = 0
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a]! >> 1) - (other[b]! >> 1)
    if (difference === 0) both[count++] = join(one[a]!, other[b]!)
    if (difference <= 0) a++
    if (difference >= 0) b++
  }
  return both.slice(0, count)
}

function titlesIn(phrases: Int32Array[]): Map<number, number> {
  const titles = new Map<number, number>()
  for (const numbers of phrases)
    for (const number of numbers) if (number & 1) titles.set(number >> 1, (titles.get(number >> 1) ?? 0) + 1)
  return titles
}

/**
 * The best first: those with most of the phrases in the title; among equals the newer.
 *
 * @param segments the candidates of each, the newest first
 */
export const ranked = (segments: Candidate[][]): Candidate[] =>
  segments.flat().sort((one, other) => other.titles - one.titles) // sorting is stable
