import { expect, test, vi } from 'vitest'

vi.mock('../data/site.ts', () => ({ site: { timeZone: 'Asia/Shanghai', language: 'zh-CN' } }))
vi.stubGlobal('localStorage', {})
const { formatMonth, formatMonthShort, monthOf, yearsOf } = await import('./month.ts')

test('months come together by years, each with the place where it begins', () => {
  expect(
    yearsOf([
      ['2024-03', 2],
      ['2024-01', 1],
      ['1998-12', 4],
      [null, 5],
    ]),
  ).toEqual([
    {
      year: '2024',
      count: 3,
      months: [
        { month: '2024-03', count: 2, firstIndex: 0 },
        { month: '2024-01', count: 1, firstIndex: 2 },
      ],
    },
    { year: '1998', count: 4, months: [{ month: '1998-12', count: 4, firstIndex: 3 }] },
    { year: null, count: 5, months: [{ month: null, count: 5, firstIndex: 7 }] },
  ])
  expect(yearsOf([])).toEqual([])
})

test('a month is said in the language of the interface', () => {
  expect(formatMonth('2024-03', 'zh')).toBe('2024年3月')
  expect(formatMonth('2024-03', 'en')).toBe('March 2024')
  expect(formatMonthShort('2024-12', 'zh')).toBe('12月')
  expect(formatMonthShort('2024-12', 'en')).toBe('Dec')
})

test("a date is of the month it has in the site's zone", () => {
  expect(monthOf('2024-02-29T16:30:00Z')).toBe('2024-03')
  expect(monthOf('2024-02-29T15:30:00Z')).toBe('2024-02')
})
