import { describe, expect, test } from 'vitest'
import { asVisit, isUnfinished, progressOf, sourceOf, type Visit } from './visit.ts'

const visit: Visit = {
  id: 'v1',
  articleId: '00112233445566aa',
  title: 't',
  author: '',
  startedAt: 1,
  seconds: 2,
  progress: 0.5,
  place: { block: 3, offset: 0.25 },
}

test.each([
  [0, 0, false],
  [0.02, 0.02, false],
  [0.021, 0.021, true],
  [0.5, 0.5, true],
  [0.969, 0.969, true],
  [0.97, 1, false],
  [1, 1, false],
])('progress %f counts as %f; something is left to come back for: %s', (progress, counted, isLeft) => {
  expect(progressOf({ ...visit, progress })).toBe(counted)
  expect(isUnfinished({ ...visit, progress })).toBe(isLeft)
})

test('a whole record is a visit, whatever else it holds', () => {
  const record = { ...visit, future: true }
  expect(asVisit(record)).toBe(record)
})

describe('a damaged record is none', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'visit'],
    ['a list', []],
    ['no id', { ...visit, id: undefined }],
    ['an article id that leads elsewhere', { ...visit, articleId: '../../settings' }],
    ['a title that is no text', { ...visit, title: { toString: 1 } }],
    ['a progress that is no number', { ...visit, progress: Number.NaN }],
    ['a number as text', { ...visit, seconds: '2' }],
    ['no end of time', { ...visit, startedAt: Number.POSITIVE_INFINITY }],
    ['no place', { ...visit, place: undefined }],
    ['half a place', { ...visit, place: { block: 1 } }],
  ])('%s', (_, record) => {
    expect(asVisit(record)).toBeNull()
  })
})

test.each([
  ['none', undefined, true],
  ['names', ['新媒体', 'ZAKER'], true],
  ['a text', '新媒体', false],
  ['numbers', [1], false],
])('a category that is %s', (_, category, isOne) => {
  expect(asVisit({ ...visit, category }) !== null).toBe(isOne)
})

test.each([8.64e15, -8.64e15, 1e300])('a time of %d has no day', startedAt => {
  expect(asVisit({ ...visit, startedAt })).toBeNull()
})

test('the source is the second name of the category or, without one, the author', () => {
  const author = '何远'
  expect(sourceOf({ ...visit, author })).toBe('何远')
  expect(sourceOf({ ...visit, author, category: ['博客'] })).toBe('何远')
  expect(sourceOf({ ...visit, author, category: ['新媒体', 'ZAKER', '热点'] })).toBe('ZAKER')
})
