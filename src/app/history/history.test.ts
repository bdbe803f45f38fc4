import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { queryClient } from '../data/query-client.ts'
import { openDatabase } from '../storage/database.ts'
import {
  addVisits,
  clearHistory,
  deleteFound,
  deleteVisits,
  lastVisit,
  readUnfinished,
  sourcesQuery,
  updateVisit,
  visitsQuery,
} from './history.ts'
import type { Visit } from './visit.ts'
import { visitBatches } from './visit-batches.ts'
import { everyVisit, type VisitFilter } from './visit-filter.ts'

const article = (digit: string) => digit.repeat(16)

const visit = (id: string, digit: string, startedAt: number, more: Partial<Visit> = {}): Visit => ({
  id,
  articleId: article(digit),
  title: `title ${digit}`,
  author: 'author',
  startedAt,
  seconds: 10,
  progress: 0.5,
  place: { block: 1, offset: 0.5 },
  ...more,
})

/** What the history page sees. */
const read = (search = '', limit = 100, filter: Partial<VisitFilter> = {}) =>
  queryClient.fetchQuery({ ...visitsQuery({ ...everyVisit, search, ...filter }, limit), staleTime: 0 })
const idsOf = (visits: Visit[]) => visits.map(({ id }) => id).join(' ')

/** Puts into storage what no version of ours writes. */
async function damage(record: unknown) {
  const database = await openDatabase()
  await database.put('visits', record as Visit)
}

beforeEach(async () => {
  const database = await openDatabase()
  await database.clear('visits')
  queryClient.clear()
})

test('visits are read newest first, and no more than asked for', async () => {
  await addVisits([visit('1', 'a', 100), visit('3', 'c', 300), visit('2', 'b', 200)])
  expect(idsOf(await read())).toBe('3 2 1')
  expect(idsOf(await read('', 2))).toBe('3 2')
})

test('a visit comes back as it was', async () => {
  const kept = visit('1', 'a', 100, { title: '渡口 & <b>', seconds: 1.5 })
  await addVisits([kept])
  expect(await read()).toEqual([kept])
})

test.each([
  ['', '2 1'],
  ['  FERRY ', '1'],
  ['渡', '2'],
  ['lin', '2'],
  ['none', ''],
  ['.*', ''],
])('searching for "%s" finds "%s" in title or author, whatever the case', async (search, found) => {
  await addVisits([
    visit('1', 'a', 100, { title: 'The Ferry', author: '' }),
    visit('2', 'b', 200, { title: '渡口', author: 'LIN' }),
  ])
  expect(idsOf(await read(search))).toBe(found)
})

test('the limit counts what was found, not what was looked at', async () => {
  await addVisits([visit('1', 'a', 100, { title: 'x' }), visit('2', 'b', 200, { title: 'y' })])
  expect(idsOf(await read('x', 1))).toBe('1')
})

describe('a visit that goes on', () => {
  test('is written down', async () => {
    await addVisits([visit('1', 'a', 100)])
    expect(await updateVisit(visit('1', 'a', 100, { progress: 0.9 }))).toBe(true)
    expect((await read())[0]!.progress).toBe(0.9)
  })

  test('is over when it was deleted elsewhere, and stays deleted', async () => {
    const going = visit('1', 'a', 100)
    await addVisits([going])
    await deleteVisits([going])
    expect(await updateVisit({ ...going, progress: 0.9 })).toBe(false)
    expect(await read()).toEqual([])
  })

  test('is over when the history was cleared', async () => {
    const going = visit('1', 'a', 100)
    await addVisits([going])
    await clearHistory()
    expect(await updateVisit(going)).toBe(false)
  })
})

describe('what is unfinished', () => {
  test('is told by the last visit of each article', async () => {
    await addVisits([
      visit('1', 'a', 100, { progress: 0.4 }),
      visit('2', 'a', 200, { progress: 1 }),
      visit('3', 'b', 300, { progress: 1 }),
      visit('4', 'b', 400, { progress: 0.3 }),
      visit('5', 'c', 500, { progress: 0.01 }),
      visit('6', 'd', 600, { progress: 0.6 }),
      visit('7', 'd', 700, { progress: 0.7 }),
    ])
    expect(idsOf(await readUnfinished(10))).toBe('7 4')
    expect(idsOf(await readUnfinished(1))).toBe('7')
  })
})

test('the last visit of an article is its latest, and null where there is none', async () => {
  await addVisits([visit('1', 'a', 100), visit('2', 'a', 300), visit('3', 'a', 200), visit('4', 'b', 400)])
  expect((await lastVisit(article('a')))?.id).toBe('2')
  expect(await lastVisit(article('c'))).toBeNull()
})

test('damaged records are passed over and spoil nothing', async () => {
  await addVisits([visit('1', 'a', 100), visit('2', 'b', 300)])
  await damage({ id: 'x', startedAt: 200, articleId: article('a') })
  await damage({ id: 'y', startedAt: 400 })
  await damage({ ...visit('z', 'a', 500), place: null })
  expect(idsOf(await read())).toBe('2 1')
  expect(idsOf(await readUnfinished(10))).toBe('2 1')
})

test('a damaged latest record does not hide the place the reader was at before', async () => {
  await addVisits([visit('1', 'a', 100)])
  await damage({ ...visit('2', 'a', 200), place: null })
  expect((await lastVisit(article('a')))?.id).toBe('1')
})

test('clearing takes everything away and gives it back to be undone', async () => {
  const visits = [visit('2', 'b', 200), visit('1', 'a', 100)]
  await addVisits(visits)
  const cleared = await clearHistory()
  expect(await read()).toEqual([])
  await addVisits(cleared)
  expect(await read()).toEqual(visits)
})

test('deleting takes away what was named and nothing else', async () => {
  const [one, two] = [visit('1', 'a', 100), visit('2', 'b', 200)]
  await addVisits([one, two])
  await deleteVisits([one, visit('none', 'c', 1)])
  expect(await read()).toEqual([two])
})

test('adding a visit makes what was read before stale', async () => {
  await read()
  await addVisits([visit('1', 'a', 100)])
  expect(queryClient.getQueryState(visitsQuery(everyVisit, 100).queryKey)?.isInvalidated).toBe(true)
})

describe('filters', () => {
  const many = [
    visit('1', 'a', 100, { progress: 0.4, category: ['新媒体', 'ZAKER', '热点'] }),
    visit('2', 'a', 200, { progress: 1 }),
    visit('3', 'b', 300, { progress: 1, author: 'ZAKER' }),
    visit('4', 'b', 400, { progress: 0.3 }),
    visit('5', 'c', 500, { progress: 0, category: ['博客'] }),
  ]
  beforeEach(() => addVisits(many))

  test.each<[string, Partial<VisitFilter>, string]>([
    ['nothing', {}, '5 4 3 2 1'],
    ['what is finished, by the last visit', { state: 'finished' }, '2 1'],
    ['what is not', { state: 'unfinished' }, '5 4 3'],
    ['from a moment on', { from: 300 }, '5 4 3'],
    ['before a moment', { until: 300 }, '2 1'],
    ['between two', { from: 200, until: 400 }, '3 2'],
    ['between none', { from: 400, until: 400 }, ''],
    ['between two that are the wrong way round', { from: 400, until: 200 }, ''],
    ['a time after which it went on', { state: 'unfinished', until: 400 }, '3'],
    ['a source, by category or else author', { source: 'ZAKER' }, '3 1'],
    ['a source of authors', { source: 'author' }, '5 4 2'],
    ['several at once', { source: 'author', state: 'unfinished', from: 450 }, '5'],
  ])('find %s', async (_, filter, found) => {
    expect(idsOf(await read('', 100, filter))).toBe(found)
  })

  test('delete what they find, whether it was shown or not, and give it back', async () => {
    const deleted = await deleteFound({ ...everyVisit, state: 'unfinished' })
    expect(idsOf(deleted)).toBe('5 4 3')
    expect(idsOf(await read())).toBe('2 1')
    await addVisits(deleted)
    expect(await read()).toEqual(many.toReversed())
  })

  test('know the sources, the most read first', async () => {
    expect(await queryClient.fetchQuery({ ...sourcesQuery, staleTime: 0 })).toEqual(['author', 'ZAKER'])
  })
})

test('of what takes long to find, the first are shown before the rest', async () => {
  const many = Array.from({ length: 600 }, (_, index) => visit(String(index), 'a', index))
  await addVisits(many)
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000))
  const shown = new Set<number>()
  const stop = queryClient.getQueryCache().subscribe(({ query }) => {
    const visits = query.state.data as Visit[] | undefined
    if (visits) shown.add(visits.length)
  })
  const found = await read('', 1000)
  stop()
  clock.mockRestore()
  expect(found).toHaveLength(600)
  expect([...shown]).toEqual([256, 512, 600])
})

test('a page of visits is read without those that are not shown', async () => {
  await addVisits(Array.from({ length: 600 }, (_, index) => visit(String(index), 'a', index)))
  const sizes: number[] = []
  for await (const visits of visitBatches(null, { first: 50 })) sizes.push(visits.length)
  expect(sizes).toEqual([50, 256, 256, 38])
})

test.each([1, 50, 1000])(
  'batches hold every visit once, newest first, also many of one moment, the first of %d',
  async first => {
    const many = Array.from({ length: 1500 }, (_, index) =>
      visit(String(index), 'a', index < 700 ? index : 700 + Math.floor((index - 700) / 300)),
    )
    await addVisits(many)
    const found: Visit[] = []
    for await (const visits of visitBatches(null, { first })) found.push(...visits)
    expect(found.map(({ startedAt }) => startedAt)).toEqual(
      many.map(({ startedAt }) => startedAt).sort((a, b) => b - a),
    )
    expect(new Set(found.map(({ id }) => id)).size).toBe(many.length)
  },
)
