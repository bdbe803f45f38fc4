import { expect, test } from 'vitest'
import { linkKey, tableOf } from '../shared/original-links.ts'
import { buildCatalogue, type CatalogueHead } from './catalogue.ts'
import { linkTables } from './original-links.ts'

const head = (id: string, link: string | undefined, date = '2024-01-01T00:00:00Z'): CatalogueHead => ({
  id,
  title: id,
  date,
  updated: null,
  categories: [],
  author: '',
  tags: [],
  ...(link !== undefined && { link }),
})
const tablesOf = (...heads: CatalogueHead[]) => linkTables(buildCatalogue(heads))

test('a site whose seeds name no original has no tables', () => {
  expect(tablesOf(head('a', undefined), head('b', undefined))).toEqual([])
})

test('of two articles with one original, the newest is found', () => {
  const [table] = tablesOf(
    head('old', 'https://e.org/x', '2020-01-01T00:00:00Z'),
    head('new', 'http://www.e.org/x/'),
  )
  expect(table).toEqual({ ids: { 'e.org/x': 'new' } })
})

test('an address that is also the name of a property of every object is one like others', () => {
  const [table] = tablesOf(head('a', 'http://__proto__'), head('b', 'http://constructor'))
  expect(JSON.parse(JSON.stringify(table)).ids).toEqual(
    Object.fromEntries([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]),
  )
})

test('many addresses are spread over tables, each where its key says', () => {
  const heads = Array.from({ length: 3000 }, (_, index) => head(`id${index}`, `https://e.org/${index}`))
  const tables = tablesOf(...heads)
  expect(tables.length).toBe(8)
  for (const { id, link } of heads) {
    const key = linkKey(new URL(link!))!
    expect(tables[tableOf(key, 8) - 1]!.ids[key]).toBe(id)
  }
})
