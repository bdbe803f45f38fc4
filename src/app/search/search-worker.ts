import type { Article } from '../../shared/article.ts'
import { authorTerm, factsOf } from '../../shared/search/facts.ts'
import { foldText } from '../../shared/search/fold.ts'
import { site } from '../data/site.ts'
import { startOfDay } from '../data/site-day.ts'
import { countCategories } from './category-counts.ts'
import { type Hit, hitIn } from './hit.ts'
import { IndexError, IndexFiles } from './index-files.ts'
import { type Answer, type Authors, type Request, started } from './messages.ts'
import { isEmpty, type Query, readQuery } from './query.ts'
import { type Found, hasState, isWithin, type Range, type Readings, Search } from './search.ts'
import { storedArticles } from './stored-articles.ts'

/** The worker of the search page: fetching, reading and comparing happen here, so that typing never waits. */
const files = new IndexFiles(site.base)

/** Of the search that counts. */
let number = 0
let search: Search | null = null
let answer: Answer
/** How many hits the page wants. */
let wanted = 0
/** Those of what is on the device, where that is searched. */
let storedHits: Hit[] | null = null
/** What is asked of one search is done one after another. */
let turn = Promise.resolve()

const nothing: Found = { hits: [], total: 0, isWhole: true, missing: null }

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.is === 'search') void begin(data)
  else if (data.is === 'authors') void tellAuthors(data.begun)
  else if (data.number === number) more(data.count)
})
self.postMessage(started)

function more(count: number): void {
  wanted = count
  if (storedHits) tell(number, shownOf(storedHits))
  else void goOn(number)
}

async function begin({ number: own, typed, read, saved, count }: Request & { is: 'search' }): Promise<void> {
  number = own
  search = null
  wanted = count
  storedHits = null
  turn = Promise.resolve()
  const query = readQuery(typed)
  answer = {
    ...nothing,
    number,
    categories: [],
    stored: null,
    ignored: query.ignored,
    isEmpty: isEmpty(query),
  }
  if (answer.isEmpty) return tell(own, {})
  const range = rangeOf(query)
  const next = new Search(query, range, { read, saved }, files)
  try {
    await next.begin()
    if (own !== number) return
    search = next
    await goOn(own)
    if (answer.missing !== 'offline') tell(own, { categories: await countCategories(next.candidates, files) })
  } catch (error) {
    tell(own, { missing: error instanceof IndexError ? error.reason : 'broken' })
  }
  if (own !== number) return
  // With a newer version of the site some files have other names.
  if (answer.missing === 'missing') files.renew()
  if (answer.missing === 'offline') await searchStored(own, query, range, { read, saved })
}

function goOn(own: number): Promise<void> {
  turn = turn.then(async () => {
    if (own !== number) return
    for await (const found of search?.upTo(wanted) ?? []) {
      tell(own, found)
      if (own !== number) return
    }
  })
  return turn
}

/** So many texts are read between two answers: each holds all hits that are wanted. */
const STORED_AT_ONCE = 100

/** Without a network: looks at the text of every article that is on the device. */
async function searchStored(own: number, query: Query, range: Range, readings: Readings): Promise<void> {
  const of = await files.knownTotal()
  if (own !== number) return
  const hits: Hit[] = []
  let articles = 0
  storedHits = hits
  const tellStored = (isRead: boolean) => {
    hits.sort((one, other) => (other.article.date ?? '').localeCompare(one.article.date ?? ''))
    tell(own, { missing: null, stored: { articles, of, isRead }, ...shownOf(hits) })
  }
  for await (const article of storedArticles()) {
    if (own !== number) return
    const hit = isAsked(article, query, range, readings) && hitIn(article, query)
    if (hit) hits.push(hit)
    if (++articles % STORED_AT_ONCE === 0) tellStored(false)
  }
  tellStored(true)
}

const shownOf = (hits: Hit[]): Pick<Found, 'hits' | 'total' | 'isWhole'> => ({
  hits: hits.slice(0, wanted),
  total: hits.length,
  isWhole: hits.length <= wanted,
})

function isAsked(article: Article, query: Query, range: Range, readings: Readings): boolean {
  const facts = factsOf(article)
  const published = article.date && Math.floor(Date.parse(article.date) / 60_000)
  return (
    hasState(article.id, query, readings) &&
    isWithin(published || null, range) &&
    query.facts.every(({ term, isPrefix }) =>
      facts.some(fact => (isPrefix ? fact.startsWith(term) : fact === term)),
    )
  )
}

function rangeOf({ after, before }: Query): Range {
  return {
    since: after === null ? Number.NEGATIVE_INFINITY : startOfDay(after) / 60_000,
    before: before === null ? Number.POSITIVE_INFINITY : startOfDay(before) / 60_000,
  }
}

/** Tells which authors' names begin so; none where the index cannot be had. */
async function tellAuthors(begun: string): Promise<void> {
  const wanted = authorTerm(foldText(begun))
  const termsIn = async (name: string) => files.termsFrom(name, await files.segment(name), wanted)
  const terms = await files
    .index()
    .then(({ segments }) => Promise.all(segments.map(termsIn)))
    .catch(() => [])
  const authors = [...new Set(terms.flat())].sort().map(term => term.slice(authorTerm('').length))
  self.postMessage({ begun, authors } satisfies Authors)
}

/** Tells what has changed, unless another search counts by now. */
function tell(own: number, changes: Partial<Answer>): void {
  if (own !== number) return
  answer = { ...answer, ...changes }
  self.postMessage(answer)
}
