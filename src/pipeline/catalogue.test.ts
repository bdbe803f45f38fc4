import { describe, expect, test } from 'vitest'
import { buildCatalogue, type CatalogueHead, largestBelow, largestOf, treeOf } from './catalogue.ts'

/** A seed of which only what matters to order is given. */
const head = (id: string, date: string | null, ...categories: string[][]): CatalogueHead => ({
  id,
  title: `title ${id}`,
  date,
  updated: null,
  categories,
  author: '',
  tags: [],
})

const ids = (heads: CatalogueHead[]) => heads.map(({ id }) => id).join(' ')

describe('order', () => {
  test('newest first, undated last, ties by id', () => {
    const { root } = buildCatalogue([
      head('d', null),
      head('a', '2021-01-01T00:00:00Z'),
      head('c', '2022-01-01T00:00:00Z'),
      head('b', '2022-01-01T00:00:00Z'),
      head('e', '1998-01-01T00:00:00Z'),
      head('0', null),
    ])
    expect(ids(root.heads)).toBe('b c a e 0 d')
  })

  test('does not depend on the order of the input', () => {
    const heads = Array.from({ length: 30 }, (_, index) =>
      head(`h${index}`, index % 3 ? `20${10 + (index % 7)}-01-01T00:00:00Z` : null, [
        `c${index % 4}`,
        `d${index % 2}`,
      ]),
    )
    const shape = (input: CatalogueHead[]) => {
      const { root, byPath, linksOf, neighboursOf } = buildCatalogue(input)
      return {
        tree: treeOf(root),
        lists: [...byPath].map(([path, { heads }]) => [path, ids(heads)]),
        links: [...linksOf].sort(),
        neighbours: [...neighboursOf].sort(),
      }
    }
    expect(shape(heads.toReversed())).toEqual(shape(heads))
    expect(shape(heads.toSorted((a, b) => (a.title < b.title ? -1 : 1)))).toEqual(shape(heads))
  })
})

describe('the tree', () => {
  const catalogue = buildCatalogue([
    head('a', '2021-01-03T00:00:00Z', ['news', 'zaker', 'x']),
    head('b', '2021-01-02T00:00:00Z', ['news', 'zaker']),
    head('c', '2021-01-01T00:00:00Z', ['code/net'], ['news', 'cn']),
    head('d', null),
  ])

  test('lists under each node all below it, the largest first', () => {
    expect(treeOf(catalogue.root)).toEqual([
      {
        names: ['news'],
        path: 'news',
        count: 3,
        children: [
          {
            names: ['news', 'zaker'],
            path: 'news/zaker',
            count: 2,
            children: [{ names: ['news', 'zaker', 'x'], path: 'news/zaker/x', count: 1, children: [] }],
          },
          { names: ['news', 'cn'], path: 'news/cn', count: 1, children: [] },
        ],
      },
      { names: ['code/net'], path: 'code-net', count: 1, children: [] },
    ])
  })

  test('is reached by address, the whole site by the empty one', () => {
    expect(ids(catalogue.byPath.get('')!.heads)).toBe('a b c d')
    expect(ids(catalogue.byPath.get('news')!.heads)).toBe('a b c')
    expect(ids(catalogue.byPath.get('news/zaker/x')!.heads)).toBe('a')
    expect(catalogue.byPath.has('zaker')).toBe(false)
  })

  test('gives every article the links of its categories', () => {
    expect(catalogue.linksOf.get('c')).toEqual([
      { names: ['code/net'], path: 'code-net' },
      { names: ['news', 'cn'], path: 'news/cn' },
    ])
    expect(catalogue.linksOf.get('d')).toEqual([])
  })
})

test('an article in two branches of one category is listed there once', () => {
  const { byPath } = buildCatalogue([head('a', null, ['n', 'x'], ['n', 'y'], ['n'])])
  expect([...byPath].map(([path, { heads }]) => [path, ids(heads)])).toEqual([
    ['', 'a'],
    ['n', 'a'],
    ['n/x', 'a'],
    ['n/y', 'a'],
  ])
})

test('addresses are percent-encoded and names as objects have them do no harm', () => {
  const { byPath } = buildCatalogue([head('a', null, ['新', '__proto__']), head('b', null, ['page'])])
  expect([...byPath.keys()]).toEqual([
    '',
    expect.stringMatching(/^page-[0-9a-f]{6}$/),
    '%E6%96%B0',
    '%E6%96%B0/__proto__',
  ])
})

describe('neighbours', () => {
  const { neighboursOf } = buildCatalogue([
    head('a', '2021-01-04T00:00:00Z', ['x']),
    head('b', '2021-01-03T00:00:00Z', ['y'], ['x']),
    head('c', '2021-01-02T00:00:00Z', ['x'], ['y']),
    head('d', '2021-01-01T00:00:00Z'),
  ])
  const link = (id: string) => ({ id, title: `title ${id}` })

  test.each([
    ['a', null, link('b')],
    ['b', null, link('c')],
    ['c', link('b'), null],
    ['d', link('c'), null],
  ])('of %s are those of its first category, or of the site', (id, newer, older) => {
    expect(neighboursOf.get(id)).toEqual({ newer, older })
  })
})

test('old and new spellings of a category meet in one', () => {
  const { root, linksOf } = buildCatalogue([
    head('a', null, ['新', 'IT之家']),
    head('b', null, ['新', 'IT 之家']),
    head('c', null, ['新', 'IT 之家', '热']),
  ])
  expect(treeOf(root)[0]?.children.map(({ names, count }) => [names[1], count])).toEqual([['IT 之家', 3]])
  expect(linksOf.get('a')).toEqual(linksOf.get('b'))
})

describe('what pages show of the tree', () => {
  // Section s0 has the most articles; each section has 40 sources.
  const heads = Array.from({ length: 20 }, (_, section) =>
    Array.from({ length: 60 - section }, (_, index) =>
      head(`${section}-${index}`, null, [`s${section}`, `source${index % 40}`]),
    ),
  ).flat()
  const catalogue = buildCatalogue(heads)

  test('the home page has the largest sections with their largest sources, and says how many there are', () => {
    const { largest, total } = largestOf(catalogue)
    expect(total).toBe(20 + 20 * 40 - [...Array(20).keys()].filter(section => 60 - section < 40).length)
    expect(largest.map(({ names }) => names[0])).toEqual(
      Array.from({ length: 12 }, (_, index) => `s${index}`),
    )
    expect(largest.map(({ children }) => children.length)).toEqual(Array(12).fill(6))
    expect(largest[0]).toMatchObject({
      count: 60,
      children: [{ names: ['s0', 'source0'], count: 2, children: [] }, {}, {}, {}, {}, {}],
    })
  })

  test('a list has the largest categories below it, not what is below those', () => {
    const below = largestBelow(catalogue.root, 3)
    expect(below.map(({ names, count, children }) => [names[0], count, children])).toEqual([
      ['s0', 60, []],
      ['s1', 59, []],
      ['s2', 58, []],
    ])
    expect(largestBelow(catalogue.byPath.get('s0/source0')!, 3)).toEqual([])
  })
})
