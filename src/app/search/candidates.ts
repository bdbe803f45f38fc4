import { articleOf, isTitle } from '../../shared/search/block.ts'
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
        const places = await placesOf(text, ask)
        return isInTitle ? places.filter(isTitle) : places
      }),
    ),
    Promise.all(query.facts.map(ask)),
  ])
  const wanted = [...phrases, ...facts].map(articlesOf)
  const numbers = wanted.length > 0 ? wanted.reduce(common) : everything(segment)
  const titles = phrases.map(places => new Set(articlesOf(places.filter(isTitle))))
  return Array.from(numbers)
    .filter(number => number >= from && number < to)
    .map(number => ({ segment: name, number, titles: titles.filter(own => own.has(number)).length }))
    .reverse()
}

/** With more places than this the texts would cost more than another look into the index. */
const MANY = 8

/** Where a phrase may stand: whatever it is looked up by is in one part of an article. */
async function placesOf(phrase: string, ask: (lookup: Lookup) => Promise<Int32Array>): Promise<Int32Array> {
  const { first, rest } = lookupsOf(phrase)
  const places = (await Promise.all(first.map(ask))).reduce(common)
  if (places.length <= MANY) return places
  return [places, ...(await Promise.all(rest.map(ask)))].reduce(common)
}

/** Between which numbers a range of time lies, to a file of articles. */
function numbersIn({ published }: Segment, { since, before }: Range): [from: number, to: number] {
  const upTo = (time: number) => published.filter(first => (first ?? Number.NEGATIVE_INFINITY) < time).length
  return [Math.max(0, upTo(since) - 1) * ARTICLES_A_FILE, upTo(before) * ARTICLES_A_FILE]
}

const everything = ({ articles }: Segment) => Int32Array.from({ length: articles }, (_, number) => number)

/** The articles of places, each once. */
const articlesOf = (places: Int32Array): Int32Array =>
  places.map(articleOf).filter((number, index, all) => index === 0 || number !== all[index - 1])

/** Numbers in both. */
function common(one: Int32Array, other: Int32Array): Int32Array {
  const both = new Int32Array(Math.min(one.length, other.length))
  let count = 0
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = one[a]! - other[b]!
    if (difference === 0) both[count++] = one[a]!
    if (difference <= 0) a++
    if (difference >= 0) b++
  }
  return both.slice(0, count)
}

/**
 * The best first: those with most of the phrases in the title; among equals the newer.
 *
 * @param segments the candidates of each, the newest first
 */
export const ranked = (segments: Candidate[][]): Candidate[] =>
  segments.flat().sort((one, other) => other.titles - one.titles) // sorting is stable
