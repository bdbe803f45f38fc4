import { expect, test } from 'vitest'
import type { Visit } from '../history/visit.ts'
import { isInUse } from './is-in-use.ts'

const MINUTE = 60_000
const noon = new Date(2026, 2, 4, 12).getTime()

let number = 0
const visit = (minutesBefore: number, progress = 1, articleId?: string): Visit => ({
  id: String(++number),
  articleId: articleId ?? String(number).padStart(16, '0'),
  title: '',
  author: '',
  startedAt: noon - minutesBefore * MINUTE,
  seconds: 60,
  progress,
  place: { block: 0, offset: 0 },
})

test('the first visit is no use, however much is read', () => {
  expect(isInUse([], noon)).toBe(false)
  expect(isInUse([visit(25), visit(20), visit(15), visit(10), visit(5)], noon)).toBe(false)
})

test('three articles read, and come back after a while', () => {
  expect(isInUse([visit(60), visit(55), visit(50)], noon)).toBe(true)
  expect(isInUse([visit(60), visit(55), visit(5)], noon)).toBe(true)
})

test('articles that were only opened, or one of them again and again, are not three', () => {
  expect(isInUse([visit(60), visit(55), visit(50, 0.2)], noon)).toBe(false)
  expect(
    isInUse(
      [1, 2, 3].map(hours => visit(hours * 60, 1, 'a'.repeat(16))),
      noon,
    ),
  ).toBe(false)
})

test('reading on a second day', () => {
  expect(isInUse([visit(24 * 60), visit(5)], noon)).toBe(true)
  expect(isInUse([visit(24 * 60), visit(5, 0.1)], noon)).toBe(false)
})
