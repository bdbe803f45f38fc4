import type { ArticleLink } from '../shared/article.ts'
import type { CatalogueHead } from './catalogue.ts'

/** So many are kept of each article: some may be its neighbours, which are shown already. */
const KEPT = 6

/** Of all articles with a term, so many on either side are looked at: time grows with the number of articles only. */
const REACH = 16

/** And so many are looked at for one article. */
const MOST_FOUND = 2000

/** A term that more than one article in so many has tells nothing. */
const MOST_COMMON = 8

/** A tag was chosen by someone; a pair of characters may be chance. */
const TAG_WEIGHT = 2

/** Two titles that share this much say the same. */
const SAME_TITLE = 0.8

/** Characters that hold a sentence together: pairs with one of them are of no subject. */
const GLUE = new Set('的了着是在和与及或也就都而之其这那哪您你我他她它们吗呢吧啊把被让对从到为以不有个')

/** Which articles are of the same subject. */
export interface Related {
  /** The most related first. */
  to(id: string): ArticleLink[]
}

/**
 * Finds for each article those whose titles, tags and authors share what few others have: pairs of Han characters,
 * words of other scripts. What a term weighs is the bits that it tells, as whole numbers, so that a new article
 * changes little for the others.
 *
 * @param heads newest first
 */
export function findRelated(heads: CatalogueHead[]): Related {
  const { starts, titleEnds, terms, ends, articles, places, bits } = indexTerms(heads)
  const best = new Int32Array(heads.length * KEPT).fill(-1)
  const scores = new Int32Array(heads.length)
  const least = 1.2 * Math.log2(1 + heads.length)
  const found = new Int32Array(MOST_FOUND)
  for (let index = 0; index < heads.length; index++) keepBest(index, ranksNear(index))

  /** What shares enough with an article, the best first. */
  function ranksNear(index: number): Float64Array {
    let count = 0
    for (let at = starts[index]!; at < starts[index + 1]! && count < MOST_FOUND - 2 * REACH; at++) {
      const term = terms[at]!
      const weight = bits[term]!
      if (weight === 0) continue
      const last = Math.min(ends[term + 1]!, places[at]! + REACH + 1)
      for (let place = Math.max(ends[term]!, places[at]! - REACH); place < last; place++) {
        const candidate = articles[place]!
        if (scores[candidate] === 0) found[count++] = candidate
        scores[candidate]! += weight
      }
    }
    scores[index] = 0 // found as well
    const ranks: number[] = []
    for (const candidate of found.subarray(0, count)) {
      if (scores[candidate]! >= least) ranks.push(rankOf(scores[candidate]!, index, candidate))
      scores[candidate] = 0
    }
    return Float64Array.from(ranks).sort()
  }

  function keepBest(index: number, ranks: Float64Array): void {
    const chosen = [index]
    for (const rank of ranks) {
      const candidate = candidateOf(rank)
      if (chosen.some(each => isSameTitle(each, candidate))) continue
      best[index * KEPT + chosen.length - 1] = candidate
      if (chosen.push(candidate) > KEPT) return
    }
  }

  function isSameTitle(one: number, other: number): boolean {
    const [a, b] = [termsOfTitle(one), termsOfTitle(other)]
    if (a.length === 0 || b.length === 0) return heads[one]!.title === heads[other]!.title
    if (Math.min(a.length, b.length) < SAME_TITLE * Math.max(a.length, b.length)) return false
    let shared = 0
    for (const term of a) if (b.includes(term)) shared++
    return shared >= SAME_TITLE * (a.length + b.length - shared)
  }

  function termsOfTitle(index: number): Int32Array {
    return terms.subarray(starts[index], titleEnds[index])
  }

  const indexOf = new Map(heads.map(({ id }, index) => [id, index]))
  return {
    to(id) {
      const start = indexOf.get(id)! * KEPT
      const indexes = best.subarray(start, start + KEPT).filter(each => each >= 0)
      return Array.from(indexes, index => ({ id: heads[index]!.id, title: heads[index]!.title }))
    },
  }
}

/** The terms of each article, and the articles of each term, as numbers in a few long rows. */
function indexTerms(heads: CatalogueHead[]) {
  const numbers = new Map<string | number, number>()
  const weights: number[] = []
  const starts = new Int32Array(heads.length + 1)
  const titleEnds = new Int32Array(heads.length)
  const all: number[] = []
  for (const [index, head] of heads.entries()) {
    const own = new Set<number>()
    const add = (key: string | number, weight = 1) => {
      let number = numbers.get(key)
      if (number === undefined) {
        number = numbers.size
        numbers.set(key, number)
        weights.push(weight)
      }
      own.add(number)
    }
    eachTerm(head.title, add)
    titleEnds[index] = starts[index]! + own.size
    for (const tag of head.tags) add(`#${tag.toLowerCase()}`, TAG_WEIGHT)
    if (head.author) add(`@${head.author}`)
    all.push(...own)
    starts[index + 1] = all.length
  }

  const terms = Int32Array.from(all)
  const ends = new Int32Array(numbers.size + 1)
  for (const term of terms) ends[term + 1]!++
  for (let term = 0; term < numbers.size; term++) ends[term + 1]! += ends[term]!
  const firsts = ends.slice()
  const articles = new Int32Array(terms.length)
  const places = new Int32Array(terms.length)
  for (let index = 0; index < heads.length; index++)
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      places[at] = firsts[terms[at]!]!++
      articles[places[at]!] = index
    }
  const bits = Int32Array.from(weights, (weight, term) => {
    const count = ends[term + 1]! - ends[term]!
    const isCommon = count > 2 && count * MOST_COMMON > heads.length
    return count < 2 || isCommon ? 0 : weight * Math.floor(Math.log2(1 + heads.length / count))
  })
  return { starts, titleEnds, terms, ends, articles, places, bits }
}

const MOST_SCORE = 2 ** 10 - 1
const DISTANCES = 2 ** 21
const ARTICLES = 2 ** 22

/** The least is the best: a high score, then near in time, then newer. One number, because numbers are sorted quickly. */
const rankOf = (score: number, index: number, candidate: number) =>
  ((MOST_SCORE - Math.min(score, MOST_SCORE)) * DISTANCES +
    Math.min(Math.abs(candidate - index), DISTANCES - 1)) *
    ARTICLES +
  candidate

const candidateOf = (rank: number) => rank % ARTICLES

/** Calls back for every pair of Han characters, as a number, and for every word of another script. */
function eachTerm(title: string, visit: (term: string | number) => void): void {
  for (const [run] of title.normalize('NFKC').matchAll(/\p{sc=Han}+|(?:(?!\p{sc=Han})[\p{L}\p{N}])+/gu)) {
    if (!/^\p{sc=Han}/u.test(run)) {
      if (run.length > 1) visit(run.toLowerCase())
      continue
    }
    for (let index = 0; index + 1 < run.length; index++)
      if (!GLUE.has(run[index]!) && !GLUE.has(run[index + 1]!))
        visit(run.charCodeAt(index) * 0x10000 + run.charCodeAt(index + 1))
  }
}
