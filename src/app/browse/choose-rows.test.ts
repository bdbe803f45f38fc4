import { expect, test, vi } from 'vitest'
import type { ListIndex, Summary } from '../../shared/article.ts'
import { noFilter } from './list-filter.ts'

vi.mock('../data/site.ts', () => ({ site: { language: 'zh-CN', timeZone: 'Asia/Shanghai' } }))
const { choose, indexOf, order } = await import('./choose-rows.ts')

const minutesOf = (time: string) => Date.parse(time) / 60_000

const index: ListIndex = {
  ids: ['a', 'b', 'c', 'd', 'e'],
  published: [
    minutesOf('2026-07-03T16:00Z'), // the 4th in Shanghai
    minutesOf('2026-07-03T15:59Z'),
    minutesOf('2026-07-02T16:00Z'),
    minutesOf('2026-07-02T15:59Z'),
    null,
  ],
  minutes: [2, 12, 3, 10, 5],
  hasPicture: [1, 0, 1, 0, 1],
  source: [0, 1, 0, -1, 1],
  sources: ['早报', '晚报'],
}
const nothing = { read: new Set<string>(), saved: new Set<string>() }
const readings = { read: new Set(['a', 'c']), saved: new Set(['b', 'c']) }

const rowsOf = (filter: Partial<typeof noFilter>, known = nothing) =>
  choose(index, 1000, { ...noFilter, ...filter }, known).map(({ row }) => row - 1000)

test.each([
  [{}, [0, 1, 2, 3, 4]],
  [{ hasPicture: true }, [0, 2, 4]],
  [{ length: 'long' as const }, [1, 3]],
  [{ length: 'short' as const }, [0, 2]],
  [{ source: '晚报' }, [1, 4]],
  [{ source: '别处' }, []],
  [{ from: '2026-07-03' }, [0, 1, 2]],
  [{ to: '2026-07-03' }, [1, 2, 3]],
  [{ from: '2026-07-03', to: '2026-07-03', hasPicture: true }, [2]],
])('%j asks for %j', (filter, rows) => {
  expect(rowsOf(filter)).toEqual(rows)
})

test('what was read and saved counts as the reader says', () => {
  expect(rowsOf({ isUnread: true }, readings)).toEqual([1, 3, 4])
  expect(rowsOf({ isSaved: true }, readings)).toEqual([1, 2])
  expect(rowsOf({ isUnread: true, isSaved: true }, readings)).toEqual([1])
})

test('the order is as asked, those without a date last', () => {
  const all = choose(index, 0, noFilter, nothing)
  expect(order(all, 'newest', true)).toEqual([0, 1, 2, 3, 4])
  expect(order(all, 'oldest', true)).toEqual([3, 2, 1, 0, 4])
  expect(order(all, 'oldest', false)).toEqual([3, 2, 1, 0])
  expect(order(all, 'longest', true)).toEqual([1, 3, 4, 2, 0])
  expect(order(all, 'shortest', true)).toEqual([0, 2, 4, 3, 1])
})

test('a list that is all at hand has the same kind of index', () => {
  const article = (id: string, names: string[][], date: string | null, minutes: number, cover: boolean) => ({
    ...({ id, title: id, author: '', excerpt: '', lang: 'zh', date, minutes } satisfies Partial<Summary>),
    categories: names.map(each => ({ names: each, path: each.join('/') })),
    cover: cover ? { address: '/a.png' } : null,
  })
  const articles: Summary[] = [
    article('a', [['新媒体', '早报', '头条'], ['别处']], '2026-07-03T16:00:00Z', 2, true),
    article('b', [['晚报']], null, 12, false),
    article('c', [], '2026-07-02T16:00:30Z', 3, false),
  ]
  expect(indexOf(articles)).toEqual({
    ids: ['a', 'b', 'c'],
    published: [minutesOf('2026-07-03T16:00Z'), null, minutesOf('2026-07-02T16:00Z')],
    minutes: [2, 12, 3],
    hasPicture: [1, 0, 0],
    source: [0, 1, -1],
    sources: ['早报', '晚报'],
  })
})
