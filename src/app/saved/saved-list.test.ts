import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { queryClient } from '../data/query-client.ts'
import { openDatabase } from '../storage/database.ts'
import { filterSaved, readFilter, type SavedFilter, showsAll, sorts, writeFilter } from './filter-saved.ts'
import { asKnownLabel, cleanLabel, countLabels, renamedLabel, withLabel } from './labels.ts'
import { addSaved, changeLabels, removeSaved, restoreLabels, savedQuery } from './saved.ts'
import type { Saved } from './saved-article.ts'

const saved = (digit: string, savedAt: number, more: Partial<Saved> = {}): Saved => ({
  articleId: digit.repeat(16),
  title: `title ${digit}`,
  author: 'author',
  date: null,
  minutes: 5,
  cover: null,
  savedAt,
  labels: [],
  ...more,
})

const idsOf = (articles: Saved[]) => articles.map(({ articleId }) => articleId[0]).join('')

test.each<[string, Partial<SavedFilter>, string]>([
  ['everything, the last saved first', {}, 'cba'],
  ['the first saved first', { sort: 'oldest' }, 'abc'],
  ['the shortest first', { sort: 'shortest' }, 'bca'],
  ['a title', { search: ' 渡口 ' }, 'b'],
  ['an author, whatever the case', { search: 'LIN' }, 'a'],
  ['a label by name', { search: '周末' }, 'ba'],
  ['those with a label', { label: '周末' }, 'ba'],
  ['a label in another case', { label: 'work' }, 'a'],
  ['those without', { label: '' }, 'c'],
  ['read ones', { isRead: true }, 'a'],
  ['unread ones with a label', { isRead: false, label: '周末' }, 'b'],
  ['what there is not', { search: '.*' }, ''],
])('shows %s', (_, filter, ids) => {
  const all = [
    saved('c', 3, { minutes: 4 }),
    saved('b', 2, { minutes: 3, title: '渡口', labels: ['周末'] }),
    saved('a', 1, { minutes: 9, author: 'Lin', labels: ['周末', 'Work'] }),
  ]
  expect(idsOf(filterSaved(all, { ...showsAll, ...filter }, id => id[0] === 'a'))).toBe(ids)
})

test('a filter goes into an address and comes back', () => {
  const filters = fc.record<SavedFilter>({
    search: fc.string(),
    label: fc.option(fc.string()),
    isRead: fc.option(fc.boolean()),
    sort: fc.constantFrom(...sorts),
  })
  fc.assert(
    fc.property(filters, filter => {
      const address = new URLSearchParams(writeFilter(filter)).toString()
      expect(readFilter(new URLSearchParams(address))).toEqual(filter)
    }),
  )
  expect(readFilter(new URLSearchParams('sort=__proto__&show=maybe'))).toEqual(showsAll)
})

test('labels are one line, spelt as those that there are, and each once', () => {
  expect(cleanLabel('  a \n b ')).toBe('a b')
  expect(cleanLabel('长'.repeat(50))).toHaveLength(40)
  expect(cleanLabel('Ж\u200b')).toBe('Ж')
  for (const unseen of [' ', '\u200b', '\u200d\u200e', '\u2060\ufeff']) expect(cleanLabel(unseen)).toBe('')
  expect(cleanLabel('👩‍👧')).toBe('👩‍👧')
  expect(asKnownLabel('WORK', ['Work'])).toBe('Work')
  expect(withLabel(['Work'], 'work')).toEqual(['Work'])
  expect(renamedLabel(['甲', '乙', '丙'], '甲', '丙')).toEqual(['丙', '乙'])
  expect(countLabels([saved('a', 1, { labels: ['甲', '乙'] }), saved('b', 1, { labels: ['乙'] })])).toEqual([
    { label: '乙', count: 2 },
    { label: '甲', count: 1 },
  ])
})

const read = () => queryClient.fetchQuery({ ...savedQuery, staleTime: 0 })

beforeEach(async () => {
  await (await openDatabase()).clear('saved')
  queryClient.clear()
})

test('labels of several articles change at once, and change back', async () => {
  await addSaved([saved('a', 1, { labels: ['甲'] }), saved('b', 2), saved('c', 3, { labels: ['乙'] })])
  const before = await changeLabels(['a'.repeat(16), 'b'.repeat(16), 'f'.repeat(16)], labels =>
    withLabel(labels, '乙'),
  )
  expect((await read()).map(({ labels }) => labels.join())).toEqual(['乙', '乙', '甲,乙'])
  await removeSaved(['b'.repeat(16)])
  await restoreLabels(before)
  // What was taken out meanwhile does not come back with its labels.
  expect((await read()).map(({ labels }) => labels.join())).toEqual(['乙', '甲'])
})

test('what is taken out can be put back as it was', async () => {
  const article = saved('a', 1, { labels: ['甲'] })
  await addSaved([article, saved('b', 2)])
  const taken = await removeSaved([article.articleId])
  expect(idsOf(await read())).toBe('b')
  await addSaved(taken)
  expect(await read()).toContainEqual(article)
})
