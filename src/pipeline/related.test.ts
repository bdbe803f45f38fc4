import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CatalogueHead } from './catalogue.ts'
import { findRelated } from './related.ts'

const head = (id: string, title: string, tags: string[] = [], author = ''): CatalogueHead => ({
  id,
  title,
  date: null,
  updated: null,
  categories: [],
  author,
  tags,
})

/** Titles that have nothing in common with each other, nor with any below. */
const others = Array.from({ length: 200 }, (_, index) =>
  head(`o${index}`, String.fromCharCode(...Array.from({ length: 6 }, (_, at) => 0x5000 + index * 6 + at))),
)

const relatedIn = (heads: CatalogueHead[]) => {
  const related = findRelated([...heads, ...others])
  return (id: string) => related.to(id).map(each => each.id)
}

test('articles whose titles share rare words are related, the closest first', () => {
  const to = relatedIn([
    head('a', '龙门石窟的修复师'),
    head('b', '龙门石窟修复记'),
    head('c', '石窟修复之后'),
    head('d', '天文台的一夜'),
  ])
  expect(to('a')).toEqual(['b', 'c'])
  expect(to('d')).toEqual([])
})

test('words of other scripts count whole, in any case and width', () => {
  const to = relatedIn([
    head('a', 'Asahi Linux draws a triangle'),
    head('b', 'ＡＳＡＨＩ　ＬＩＮＵＸ in the kernel'),
    head('c', 'The linuxes of asahikawa'),
  ])
  expect(to('a')).toEqual(['b'])
})

test('a tag in common is enough', () => {
  expect(
    relatedIn([head('a', '甲', ['Rust']), head('b', '乙', ['rust']), head('c', '丙', ['go'])])('a'),
  ).toEqual(['b'])
})

test('an author in common is not, and what many articles share tells nothing', () => {
  const to = relatedIn(
    Array.from({ length: 60 }, (_, index) => head(`a${index}`, `今日要闻 ${index}`, [], '编辑部')),
  )
  expect(to('a0')).toEqual([])
})

test('the same title is no other article of its subject, and none is named twice', () => {
  const to = relatedIn([
    head('a', '龙门石窟的修复师傅们'),
    head('b', '龙门石窟的修复师傅们'),
    head('c', '龙门石窟开放'),
    head('d', '龙门石窟开放'),
  ])
  expect(to('a')).toEqual(['c'])
  expect(to('c')).toEqual(['b'])
})

test('whatever the titles, nothing is related to itself, and twice the same is found', () => {
  const title = fc.stringMatching(/^[ab 龙门石窟修复]{0,12}$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(title, fc.subarray(['x', 'y'])), { maxLength: 40 }), seeds => {
      const heads = seeds.map(([title, tags], index) => head(String(index), title, tags))
      const [one, other] = [findRelated(heads), findRelated(heads)]
      for (const { id } of heads) {
        const ids = one.to(id).map(each => each.id)
        expect(ids).not.toContain(id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(other.to(id)).toEqual(one.to(id))
      }
    }),
  )
})

test('of many on one subject those near in time are named', () => {
  const heads = Array.from({ length: 300 }, (_, index) =>
    head(`${index}`, `${String.fromCharCode(0x6000 + index, 0x6400 + index)}龙门石窟`, ['石窟']),
  )
  const spread = heads.flatMap(each => [
    each,
    ...others.slice(0, 29).map(other => ({ ...other, id: `${each.id}${other.id}` })),
  ])
  const related = findRelated(spread)
  expect(
    related
      .to('150')
      .map(({ id }) => Number(id))
      .sort(),
  ).toEqual([147, 148, 149, 151, 152, 153])
})

test('of nothing there is nothing', () => {
  expect(findRelated([])).toBeDefined()
})
