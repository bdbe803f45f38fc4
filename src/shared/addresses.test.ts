import { expect, test } from 'vitest'
import { catalogueFile, categoryPath, parseCategoryPath, withBase } from './addresses.ts'

test.each([
  ['', 1],
  ['', 3],
  ['%E6%96%B0', 1],
  ['a/b/c', 12],
  ['a/page-2', 1],
])('the address of page %# reads back as what it was made of', (path, page) => {
  expect(parseCategoryPath(categoryPath(path, page).slice('/c/'.length))).toEqual({ path, page })
})

test('a page number that is none belongs to the path, and so to no category', () => {
  expect(parseCategoryPath('a/page/0/')).toEqual({ path: 'a/page/0', page: 1 })
  expect(parseCategoryPath('a/page/x/')).toEqual({ path: 'a/page/x', page: 1 })
})

test('the base is added once', () => {
  expect(withBase('/', '/a/x/')).toBe('/a/x/')
  expect(withBase('/reader/', '/a/x/')).toBe('/reader/a/x/')
})

test('the whole site has catalogue pages of its own', () => {
  expect(catalogueFile('')).toBe('/data/c/page-1.json')
  expect(catalogueFile('a/b', 2)).toBe('/data/c/a/b/page-2.json')
})
