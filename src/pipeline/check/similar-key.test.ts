import { expect, test } from 'vitest'
import { KNOWN_KEYS } from '../cut-fields.ts'
import { distance, similarKey } from './similar-key.ts'

test.each([
  ['titel', 'title'],
  ['tilte', 'title'],
  ['catagories', 'categories'],
  ['categorys', 'categories'],
  ['category', 'categories'],
  ['thumnail', 'thumbnail'],
  ['headimage', 'headimg'],
  ['tag', 'tags'],
  ['dat', 'date'],
  ['update', 'updated'],
  ['auther', 'author'],
  ['Excerp', 'excerpt'],
])('%s is likely meant to be %s', (key, known) => {
  expect(similarKey(key, KNOWN_KEYS)).toBe(known)
})

test.each([
  'comments',
  'layout',
  'permalink',
  'toc',
  'published',
  'data',
  'line',
  'x',
  'weather',
  '',
  'a'.repeat(10_000),
])('%s is no slip of the pen', key => {
  expect(similarKey(key, KNOWN_KEYS)).toBeUndefined()
})

test.each([
  ['', '', 0],
  ['', 'ab', 2],
  ['ab', '', 2],
  ['title', 'title', 0],
  ['titel', 'title', 1],
  ['titl', 'title', 1],
  ['tittle', 'title', 1],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %i', (a, b, letters) => {
  expect(distance(a, b)).toBe(letters)
})
