import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCatalogue, type CatalogueHead } from './catalogue.ts'
import { foldTwins, listsOf } from './lists.ts'
import { listData, listJson, orderOf, withTwinsFolded } from './site-pages.ts'
import { packSketch, sketchOf } from './sketch.ts'
import { findTwins } from './twins.ts'

const head = (id: string, day: number, source: string, title = 'title'): CatalogueHead => ({
  id,
  title,
  date: `2024-03-${String(day).padStart(2, '0')}T00:00:00Z`,
  updated: null,
  categories: [['news', source]],
  author: '',
  tags: [],
})

/** Two hundred characters that are of one report alone, the last few of one source. */
const textOf = (report: number, source = 0) =>
  Array.from({ length: 200 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((report * 911 + at * 37 + (at > 190 ? source * 13 : 0)) % 9000)),
  ).join('')

const sketches = new Map<string, string>()
const written = (each: CatalogueHead, report: number, source = 0): CatalogueHead => {
  sketches.set(each.id, packSketch(sketchOf(textOf(report, source))!))
  return each
}
const sketchOfId = (id: string) => sketches.get(id) ?? null

/** The ids of each row, when the newest come first. */
const rowsOf = (heads: CatalogueHead[], name = 'c') => {
  const catalogue = buildCatalogue(heads)
  const lists = foldTwins(listsOf(catalogue, 'UTC'), findTwins(catalogue.root.heads, sketchOfId))
  const { rows, twins } = lists.byName.get(name)!
  return rows.map(({ id }) => [id, ...(twins.get(id) ?? []).map(twin => twin.id)].join(' '))
}

describe('one report of several sources', () => {
  const heads = [
    written(head('a', 5, 'A', 'said so'), 1, 1),
    written(head('b', 4, 'B', 'so it was said'), 1, 2),
    written(head('x', 4, 'B'), 2),
    written(head('c', 3, 'C'), 1, 3),
  ]

  test('stands in one row, that of the newest', () => {
    expect(rowsOf(heads)).toEqual(['a b c', 'x'])
  })

  test('stands once in a list of one of them, for itself', () => {
    expect(rowsOf(heads, 'c/news/B')).toEqual(['b', 'x'])
  })

  test('does not depend on the order of the seeds', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(heads, { minLength: 4 }), shuffled => {
        expect(rowsOf(shuffled)).toEqual(['a b c', 'x'])
      }),
    )
  })

  test('is told of with the summary of the newest, and counted as articles', () => {
    const order = withTwinsFolded(orderOf(heads, 'UTC'), sketchOfId)
    const page = listData(order, '/data/c/page-1.json')!
    const json = listJson(
      page,
      id => `{"id":"${id}"}`,
      () => ({ minutes: 1, hasPicture: false }),
      () => ({ bytes: 0, digest: '', pictures: 0 }),
    )
    expect(JSON.parse(json)).toMatchObject({
      total: 4,
      rows: 2,
      pages: 1,
      articles: [
        {
          id: 'a',
          twins: [
            { id: 'b', title: 'so it was said', source: 'B' },
            { id: 'c', title: 'title', source: 'C' },
          ],
        },
        { id: 'x' },
      ],
    })
  })
})

test('a day of the calendar whose only article stands in the row of another day leads there', () => {
  const heads = [written(head('a', 5, 'A'), 1, 1), written(head('b', 4, 'B'), 1, 2)]
  const order = withTwinsFolded(orderOf(heads, 'UTC'), sketchOfId)
  expect(listData(order, '/data/archive/2024/03/page-1.json')).toMatchObject({
    subject: {
      days: [
        { day: 5, count: 1, id: 'a' },
        { day: 4, count: 1, id: 'a' },
      ],
    },
  })
})

test('what one source says day by day in the same words stays apart, unless its title is the same', () => {
  expect(rowsOf([1, 2, 3].map(day => written(head(`d${day}`, day, 'A', `weather ${day}`), 1)))).toEqual([
    'd3',
    'd2',
    'd1',
  ])
  expect(rowsOf([1, 2].map(day => written(head(`e${day}`, day, 'A'), 1)))).toEqual(['e2 e1'])
})

test('the same words weeks later are another report', () => {
  expect(rowsOf([written(head('a', 20, 'A'), 1), written(head('b', 10, 'B'), 1)])).toEqual(['a', 'b'])
  // Nor does a chain lead there.
  const chain = [25, 19, 13].map(day => written(head(`c${day}`, day, `S${day}`), 1))
  expect(rowsOf(chain)).toEqual(['c25 c19', 'c13'])
})

test('texts that are too short are never the same', () => {
  expect(rowsOf([head('s1', 5, 'A'), head('s2', 5, 'B')])).toEqual(['s1', 's2'])
})

test('whatever is the same, every article has one row in every list it is in', () => {
  const seed = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    source: fc.integer({ min: 0, max: 4 }),
    report: fc.integer({ min: 0, max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(seed, { maxLength: 40 }), seeds => {
      const heads = seeds.map(({ day, source, report }, index) =>
        written(head(`h${index}`, day, `s${source}`), report, source),
      )
      const catalogue = buildCatalogue(heads)
      const lists = foldTwins(listsOf(catalogue, 'UTC'), findTwins(catalogue.root.heads, sketchOfId))
      for (const { heads, rows, twins } of lists.byName.values()) {
        const all = rows.flatMap(row => [row, ...(twins.get(row.id) ?? [])])
        expect(all.map(({ id }) => id).sort()).toEqual(heads.map(({ id }) => id).sort())
      }
    }),
    { numRuns: 50 },
  )
})
