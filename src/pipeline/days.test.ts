import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countMonths, daysOf } from './days.ts'

test('months come newest first, undated articles last', () => {
  const days = ['2024-03-20', '2024-03-02', '2024-01-31', '1998-12-01', null, null]
  expect(countMonths(days)).toEqual([
    ['2024-03', 2],
    ['2024-01', 1],
    ['1998-12', 1],
    [null, 2],
  ])
  expect(countMonths([])).toEqual([])
})

test('a day is that of the zone', () => {
  const dates = ['2024-02-29T16:30:00.000Z', '2024-02-29T15:30:00.000Z', null]
  expect(daysOf(dates, 'Asia/Shanghai')).toEqual(['2024-03-01', '2024-02-29', null])
  expect(daysOf(dates, 'UTC')).toEqual(['2024-02-29', '2024-02-29', null])
})

test('every article has its day, however many share one', () => {
  const hours = fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 300 })
  fc.assert(
    fc.property(hours, hours => {
      const sorted = hours.sort((a, b) => b - a)
      const dates = sorted.map(hour => new Date(Date.UTC(2020, 0, 1, hour / 100)).toISOString())
      expect(daysOf(dates, 'UTC')).toEqual(dates.map(date => date.slice(0, 10)))
    }),
  )
})
