import { expect, test } from 'vitest'
import { countMonths } from './count-months.ts'

test('months come newest first, undated articles last', () => {
  const dates = [
    '2024-03-20T08:00:00.000Z',
    '2024-03-02T08:00:00.000Z',
    '2024-01-31T08:00:00.000Z',
    '1998-12-01T08:00:00.000Z',
    null,
    null,
  ]
  expect(countMonths(dates, 'UTC')).toEqual([
    ['2024-03', 2],
    ['2024-01', 1],
    ['1998-12', 1],
    [null, 2],
  ])
})

test('a month is that of the zone', () => {
  const dates = ['2024-02-29T16:30:00.000Z', '2024-02-29T15:30:00.000Z']
  expect(countMonths(dates, 'Asia/Shanghai')).toEqual([
    ['2024-03', 1],
    ['2024-02', 1],
  ])
  expect(countMonths(dates, 'UTC')).toEqual([['2024-02', 2]])
})

test('of nothing there is nothing', () => {
  expect(countMonths([], 'UTC')).toEqual([])
})

test('every article is counted once, however many there are', () => {
  const day = (index: number) => new Date(Date.UTC(2026, 0, 1) - index * 86_400_000).toISOString()
  const counts = countMonths(
    Array.from({ length: 5000 }, (_, index) => day(index)),
    'Asia/Shanghai',
  )
  expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(5000)
  expect(new Set(counts.map(([month]) => month)).size).toBe(counts.length)
})
