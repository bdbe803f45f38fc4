import { expect, test } from 'vitest'
import { categoryList, listFile, listPath, monthList, parseListPath, withBase } from './addresses.ts'

test.each([
  [categoryList(''), 1],
  [categoryList(''), 3],
  [categoryList('%E6%96%B0'), 1],
  [categoryList('a/b/c'), 12],
  [categoryList('a/page-2'), 1],
  [monthList('2024-03'), 2],
  [monthList(null), 1],
])('the address of page %# reads back as what it was made of', (list, page) => {
  expect(parseListPath(listPath(list, page))).toEqual({ list, page })
})

test('a page number that is none belongs to the name, and so to no list', () => {
  expect(parseListPath('/c/a/page/0/')).toEqual({ list: 'c/a/page/0', page: 1 })
  expect(parseListPath('/c/a/page/x/')).toEqual({ list: 'c/a/page/x', page: 1 })
})

test('the base is added once', () => {
  expect(withBase('/', '/a/x/')).toBe('/a/x/')
  expect(withBase('/reader/', '/a/x/')).toBe('/reader/a/x/')
})

test('a list has files of its own', () => {
  expect(listFile(categoryList(''))).toBe('/data/c/page-1.json')
  expect(listFile('c/a/b', 2)).toBe('/data/c/a/b/page-2.json')
})
