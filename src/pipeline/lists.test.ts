import { expect, test } from 'vitest'
import { listPath } from '../shared/addresses.ts'
import { PAGE_SIZE } from '../shared/article.ts'
import { buildCatalogue, type CatalogueHead } from './catalogue.ts'
import { countDaysOfYear, listsOf, pageCount, rootList } from './lists.ts'
import { listData, listPages, orderOf } from './site-pages.ts'

const head = (id: string, date: string | null, author = '', ...categories: string[][]): CatalogueHead => ({
  id,
  title: `title ${id}`,
  date,
  updated: null,
  categories,
  author,
  tags: [],
})

const listsIn = (heads: CatalogueHead[], timeZone = 'UTC') => listsOf(buildCatalogue(heads), timeZone)
const ids = (heads: CatalogueHead[] | undefined) => heads?.map(({ id }) => id).join(' ')

test.each([
  [0, 1],
  [1, 1],
  [PAGE_SIZE, 1],
  [PAGE_SIZE + 1, 2],
  [PAGE_SIZE * 3, 3],
])('%i articles take %i pages', (count, pages) => {
  const heads = Array.from({ length: count }, (_, index) => head(String(index), null))
  expect(pageCount(rootList(listsIn(heads)))).toBe(pages)
})

test('an author has a list from two articles on, in every category', () => {
  const { byName, authorPathOf } = listsIn([
    head('a', '2024-01-01T00:00:00Z', '张三', ['x']),
    head('b', '2024-01-02T00:00:00Z', '张三', ['y']),
    head('c', '2024-01-03T00:00:00Z', '李四', ['x']),
    head('d', '2024-01-04T00:00:00Z', '', ['x']),
    head('e', '2024-01-05T00:00:00Z', '', ['x']),
  ])
  const name = `author/${encodeURIComponent('张三')}`
  expect([...byName.keys()].filter(each => each.startsWith('author'))).toEqual([name])
  expect(ids(byName.get(name)!.heads)).toBe('b a')
  expect([...authorPathOf]).toEqual([
    ['b', listPath(name)],
    ['a', listPath(name)],
  ])
})

test('an author who is a source has its page, unless it stands below several sections', () => {
  const { byName, authorPathOf, sources } = listsIn([
    head('a', null, 'ZAKER', ['x', 'ZAKER', 'hot']),
    head('b', null, 'ZAKER', ['x', 'ZAKER']),
    head('c', null, 'IT', ['x', 'IT']),
    head('d', null, 'IT', ['y', 'IT']),
  ])
  expect(authorPathOf.get('a')).toBe('/c/x/ZAKER/')
  expect(byName.has('author/ZAKER')).toBe(false)
  expect(authorPathOf.get('c')).toBe('/author/IT/')
  expect(
    sources
      .get('IT')!
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['x/IT', 'y/IT'])
})

test('names of authors become addresses that no file system mixes up', () => {
  const { byName } = listsIn(
    ['ann', 'Ann', 'page', 'a/b'].flatMap(name => [
      head(`${name}1`, null, name),
      head(`${name}2`, null, name),
    ]),
  )
  const names = [...byName.keys()].filter(name => name.startsWith('author/'))
  expect(names.length).toBe(4)
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(4)
  expect(names).not.toContain('author/page')
})

test('a month is that of the zone, and leads to the months beside it that have articles', () => {
  const { byName } = listsIn(
    [
      head('a', '2024-02-29T17:00:00Z'),
      head('b', '2024-02-29T15:00:00Z'),
      head('c', '2023-12-31T00:00:00Z'),
      head('d', null),
    ],
    'Asia/Shanghai',
  )
  expect(byName.get('archive/2024/03')).toMatchObject({
    of: { newer: null, older: '2024-02' },
    heads: [{ id: 'a' }],
  })
  expect(byName.get('archive/2024/02')).toMatchObject({ of: { newer: '2024-03', older: '2023-12' } })
  expect(byName.get('archive/2023/12')).toMatchObject({ of: { newer: '2024-02', older: null } })
  expect(byName.get('archive/undated')).toMatchObject({
    of: { month: null, newer: null, older: null },
    heads: [{ id: 'd' }],
  })
})

test('the calendar of a month tells of each day how many there are and where the first stands', () => {
  const heads = Array.from({ length: 30 }, (_, index) =>
    head(String(index).padStart(2, '0'), `2024-03-${index < 25 ? 20 : 10}T00:00:00Z`),
  )
  expect(listData(orderOf(heads, 'UTC'), '/data/archive/2024/03/page-2.json')).toMatchObject({
    list: 'archive/2024/03',
    total: 30,
    pages: 2,
    subject: {
      kind: 'month',
      days: [
        { day: 20, count: 25, page: 1, id: '00' },
        { day: 10, count: 5, page: 2, id: '25' },
      ],
    },
  })
})

test('a day of the year has the articles of all years, and at most sixty are told of', () => {
  const heads = Array.from({ length: 70 }, (_, index) =>
    head(String(index), `${1950 + index}-07-09T00:00:00Z`),
  )
  const order = orderOf([...heads, head('x', '2024-02-29T00:00:00Z'), head('y', null)], 'UTC')
  expect(countDaysOfYear(order.lists)).toEqual([
    ['02-29', 1],
    ['07-09', 70],
  ])
  const day = listData(order, '/data/on-this-day/07-09.json') as { articles: { id: string }[]; total: number }
  expect([day.articles.length, day.articles[0]!.id, day.total]).toEqual([60, '69', 70])
  expect(listData(order, '/data/on-this-day/07-10.json')).toBeUndefined()
})

test('every file that a page names is there, and no other', () => {
  const heads = Array.from({ length: 50 }, (_, index) =>
    head(
      String(index),
      index % 9 ? `20${10 + (index % 5)}-0${1 + (index % 7)}-10T00:00:00Z` : null,
      `a${index % 4}`,
      ['x', `y${index % 2}`],
    ),
  )
  const order = orderOf(heads, 'UTC')
  for (const { files, laterFiles = [] } of listPages(order))
    for (const file of [...files, ...laterFiles]) expect(listData(order, file), file).toBeDefined()
  for (const file of [
    '/data/c/page-4.json',
    '/data/c/page-0.json',
    '/data/c/index-2.json',
    '/data/archive/2010/01/months.json',
    '/data/x.json',
    '/data/author/a9/page-1.json',
  ])
    expect(listData(order, file), file).toBeUndefined()
})
