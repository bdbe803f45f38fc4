import { expect, test } from 'vitest'
import { alignSpellings } from './align-spellings.ts'
import type { CatalogueHead } from './catalogue.ts'

/** Only categories matter here. */
const align = (...articles: string[][][]) =>
  alignSpellings(articles.map(categories => ({ categories }) as CatalogueHead)).map(
    ({ categories }) => categories,
  )

test('the more common spelling is shown, whatever order the articles are in', () => {
  const articles = [[['新', 'IT之家']], [['新', 'IT 之家', '热']], [['新', 'IT 之家']]]
  expect(align(...articles)).toEqual([[['新', 'IT 之家']], [['新', 'IT 之家', '热']], [['新', 'IT 之家']]])
  expect(align(...articles.toReversed())).toEqual(align(...articles).toReversed())
})

test.each([
  ['capitals', 'Zaker', 'ZAKER', 'ZAKER'],
  ['full width', 'ＺＡＫＥＲ', 'ZAKER', 'ZAKER'],
  ['spaces', '少数派sspai', '少数派 sspai', '少数派 sspai'],
])(
  'names that differ by %s are one; of equally common ones the first by code units is shown',
  (_, a, b, shown) => {
    expect(align([[a]], [[b]])).toEqual([[[shown]], [[shown]]])
  },
)

test('names of different categories do not meet', () => {
  const articles = [[['新', 'IT之家']], [['旧', 'IT 之家']]]
  expect(align(...articles)).toEqual(articles)
})

test('names that differ otherwise do not meet', () => {
  const articles = [[['a-b']], [['a/b']], [['资讯']], [['資訊']]]
  expect(align(...articles)).toEqual(articles)
})

test('two paths of an article that meet are one', () => {
  expect(
    align(
      [
        ['新', 'IT之家'],
        ['新', 'IT 之家'],
      ],
      [['新', 'IT 之家']],
    ),
  ).toEqual([[['新', 'IT 之家']], [['新', 'IT 之家']]])
})
