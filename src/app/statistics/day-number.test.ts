import { expect, test } from 'vitest'
import { dayNumber, dayNumberOf, firstWeekdayOf, isoDay, startOfWeek, weekdayOf } from './day-number.ts'

test('a day is a number, and comes back as its date', () => {
  expect(isoDay(dayNumber(2026, 10, 25))).toBe('2026-11-25')
  expect(isoDay(dayNumber(2024, 1, 30))).toBe('2024-03-01')
  expect(isoDay(dayNumberOf(new Date(1969, 11, 31, 23).getTime()))).toBe('1969-12-31')
})

test('weeks begin where they do', () => {
  const wednesday = dayNumber(2026, 10, 25)
  expect(weekdayOf(wednesday)).toBe(3)
  expect(isoDay(startOfWeek(wednesday, 0))).toBe('2026-11-22')
  expect(isoDay(startOfWeek(wednesday, 1))).toBe('2026-11-23')
  expect(isoDay(startOfWeek(wednesday, 6))).toBe('2026-11-21')
  expect(startOfWeek(wednesday, 3)).toBe(wednesday)
  expect(weekdayOf(dayNumber(1969, 11, 31))).toBe(3)
})

test.each([
  ['zh-CN', 1],
  ['en-US', 0],
  ['en-GB', 1],
  ['ar-EG', 6],
])('in %s a week begins on day %d', (locale, day) => {
  expect(firstWeekdayOf(locale)).toBe(day)
})
