import { expect, test, vi } from 'vitest'

const site = vi.hoisted(() => ({ language: 'zh-CN', timeZone: 'America/New_York' }))
vi.mock('../data/site.ts', () => ({ site }))
const { dayOf, formatDay, formatNearDay } = await import('./day.ts')
const { startOfDay } = await import('../data/site-day.ts')

test.each([
  ['2026-07-01', '2026-07-01T04:00:00.000Z'],
  ['2026-01-01', '2026-01-01T05:00:00.000Z'],
  ['2026-03-08', '2026-03-08T05:00:00.000Z'], // clocks go forward at two
  ['2026-03-09', '2026-03-09T04:00:00.000Z'],
  ['2026-11-01', '2026-11-01T04:00:00.000Z'], // and back
  ['2026-11-02', '2026-11-02T05:00:00.000Z'],
])('%s begins at %s in the zone of the site', (day, start) => {
  expect(new Date(startOfDay(day)).toISOString()).toBe(start)
  expect(dayOf(startOfDay(day))).toBe(day)
  expect(dayOf(startOfDay(day) - 1)).not.toBe(day)
})

test('a day is named, and near ones are near', () => {
  expect(formatDay('2026-07-01', 'zh')).toBe('2026年7月1日星期三')
  expect(formatDay('2026-07-01', 'en')).toBe('Wednesday, July 1, 2026')
  const now = Date.parse('2026-07-02T03:00:00Z') // still the 1st in New York
  expect(formatNearDay('2026-07-01', now, 'zh')).toBe('今天')
  expect(formatNearDay('2026-06-30', now, 'en')).toBe('yesterday')
  expect(formatNearDay('2026-06-29', now, 'en')).toBe('')
  expect(formatNearDay('2026-07-02', now, 'en')).toBe('')
})
