import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Visit } from '../history/visit.ts'
import { dayNumberOf, isoDay } from './day-number.ts'
import {
  type Figures,
  firstDayOf,
  levelsOf,
  nextMonth,
  periods,
  startOfMonth,
  streakOf,
  stretches,
  Tally,
} from './figures.ts'

afterEach(() => vi.unstubAllEnvs())

const now = new Date(2026, 10, 25, 14, 30).getTime()
const at = (month: number, day: number, hour = 12, minute = 0) =>
  new Date(2026, month - 1, day, hour, minute).getTime()

const visit = (startedAt: number, seconds: number, more: Partial<Visit> = {}): Visit => ({
  id: `${startedAt}`,
  articleId: 'a'.repeat(16),
  title: 't',
  author: '',
  startedAt,
  seconds,
  progress: 0.5,
  place: { block: 0, offset: 0 },
  ...more,
})

function add(visits: Visit[]) {
  const tally = new Tally(now)
  for (const each of visits) tally.add(each)
  return tally.statistics()
}

const daysOf = (figures: Figures) =>
  Object.fromEntries([...figures.byDay].map(([day, seconds]) => [isoDay(day), seconds]))

test('no visits add up to nothing', () => {
  const { isEmpty, streak, figures } = add([])
  expect(isEmpty).toBe(true)
  expect(streak).toEqual({ current: 0, longest: 0 })
  expect(figures['12m']).toMatchObject({ seconds: 0, articles: 0, daysRead: 0, bySection: [], bySource: [] })
})

test('visits add up by day, section, source and hour', () => {
  const { figures } = add([
    visit(at(11, 24, 8), 90, { category: ['新媒体', 'ZAKER', '热点'] }),
    visit(at(11, 24, 23, 59), 120, { category: ['新媒体', '知乎'], articleId: 'b'.repeat(16) }),
    visit(at(11, 25, 8), 59, { author: '何远' }),
  ])
  const all = figures.all
  expect(all).toMatchObject({ seconds: 269, articles: 2, daysRead: 1 })
  expect(daysOf(all)).toEqual({ '2026-11-24': 210, '2026-11-25': 59 })
  expect(all.bySection).toEqual([
    ['新媒体', 210],
    ['', 59],
  ])
  expect(all.bySource).toEqual([
    ['知乎', 120],
    ['ZAKER', 90],
    ['何远', 59],
  ])
  const TUESDAY = 2
  expect([8, 23, 9].map(hour => all.byHour[TUESDAY * 24 + hour])).toEqual([90, 120, 0])
})

test('a period begins where it says, and ends today', () => {
  const { figures } = add([
    visit(at(11, 26), 60),
    visit(at(11, 25), 60),
    visit(at(10, 27, 0), 60),
    visit(at(10, 26, 23, 59), 60),
    visit(new Date(2025, 10, 26).getTime(), 60),
    visit(new Date(2025, 10, 25, 23, 59).getTime(), 60),
  ])
  expect(periods.map(period => figures[period].seconds / 60)).toEqual([2, 4, 6])
})

test.each([
  ['an ordinary year', [2026, 10, 25], '2025-11-26'],
  ['a leap day', [2024, 1, 29], '2023-03-02'],
  ['the first of January', [2026, 0, 1], '2025-01-02'],
])('twelve months before %s', (_, [year, month, date], first) => {
  const today = dayNumberOf(new Date(year!, month!, date!).getTime())
  expect(isoDay(firstDayOf('12m', today))).toBe(first)
})

describe('a day is the reader’s own', () => {
  test.each([
    ['Asia/Shanghai', '2026-03-29T16:00:00Z', '2026-03-30', 0],
    ['Europe/Berlin', '2026-03-29T00:59:00Z', '2026-03-29', 1],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29', 3],
    ['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01', 1],
    ['America/New_York', '2026-11-01T06:30:00Z', '2026-11-01', 1],
    ['Pacific/Apia', '2011-12-30T09:59:00Z', '2011-12-29', 23],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31', 0],
  ])('in %s, %s', (zone, time, day, hour) => {
    vi.stubEnv('TZ', zone)
    const { figures } = add([visit(Date.parse(time), 60)])
    expect(daysOf(figures.all)).toEqual({ [day]: 60 })
    expect(figures.all.byHour.findIndex(seconds => seconds > 0) % 24).toBe(hour)
  })
})

test('days of 23 and 25 hours are days in a row', () => {
  vi.stubEnv('TZ', 'Europe/Berlin')
  const spring = [28, 29, 30].map(day => visit(new Date(2026, 2, day, 23).getTime(), 60))
  const autumn = [24, 25, 26, 27].map(day => visit(new Date(2026, 9, day, 0, 30).getTime(), 60))
  expect(add([...spring, ...autumn]).streak.longest).toBe(4)
})

describe('a streak', () => {
  const today = dayNumberOf(now)
  const streak = (...ago: number[]) => streakOf(new Map(ago.map(days => [today - days, 60])), today)
  test.each([
    ['goes on today', [0, 1, 2, 4], { current: 3, longest: 3 }],
    ['is not over while today was not read yet', [1, 2], { current: 2, longest: 2 }],
    ['is over after a day without', [2, 3, 4], { current: 0, longest: 3 }],
    ['may be longer before', [0, 5, 6, 7], { current: 1, longest: 3 }],
    ['does not count days to come', [-1, -2, 0], { current: 1, longest: 1 }],
  ])('%s', (_, ago, expected) => {
    expect(streak(...ago)).toEqual(expected)
  })
  test('takes a minute a day', () => {
    expect(streakOf(new Map([[today, 59.9]]), today)).toEqual({ current: 0, longest: 0 })
  })
})

const anyVisit = fc.record({
  startedAt: fc.oneof(
    fc.integer({ min: at(1, 1) - 4e10, max: now + 1e9 }),
    fc.double({ min: -8.59e15, max: 8.59e15, noNaN: true }),
  ),
  seconds: fc.oneof(
    fc.double({ min: 0, max: 5000, noNaN: true }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  articleId: fc.constantFrom('a'.repeat(16), 'b'.repeat(16)),
  author: fc.constantFrom('', '何远', '__proto__'),
  category: fc.constantFrom<string[] | undefined>(
    undefined,
    [],
    ['新媒体'],
    ['新媒体', 'ZAKER'],
    ['constructor', ''],
  ),
})
const toVisit = ({
  category,
  startedAt,
  seconds,
  ...more
}: typeof anyVisit extends fc.Arbitrary<infer T> ? T : never) =>
  visit(startedAt, seconds, { ...more, ...(category && { category }) })

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, each) => all + each, 0)

test('whatever the records, every way of adding up comes to the same', () => {
  fc.assert(
    fc.property(fc.array(anyVisit), records => {
      const { figures } = add(records.map(toVisit))
      for (const { seconds, byDay, byHour, bySection, bySource } of Object.values(figures)) {
        for (const parts of [
          byDay.values(),
          byHour,
          bySection.map(([, seconds]) => seconds),
          bySource.map(([, seconds]) => seconds),
        ])
          expect(sum(parts)).toBeCloseTo(seconds, 3)
      }
      expect(figures['30d'].seconds).toBeLessThanOrEqual(figures['12m'].seconds)
      expect(figures['12m'].seconds).toBeLessThanOrEqual(figures.all.seconds)
    }),
  )
})

test('the order of the visits does not matter', () => {
  const shuffled = fc
    .array(anyVisit)
    .chain(records =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
    )
  const sorted = ({ byDay, ...rest }: Figures) => ({ ...rest, byDay: [...byDay].sort(([a], [b]) => a - b) })
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const [first, second] = [add(one.map(toVisit)), add(other.map(toVisit))]
      expect(first.streak).toEqual(second.streak)
      for (const period of periods)
        expect(sorted(first.figures[period])).toEqual(sorted(second.figures[period]))
    }),
  )
})

test('stretches of days follow each other without a gap and lose nothing', () => {
  const days = fc.array(fc.tuple(fc.integer({ min: 20_000, max: 20_400 }), fc.integer({ min: 0, max: 999 })))
  fc.assert(
    fc.property(days, entries => {
      const byDay = new Map(entries)
      const parts = stretches(byDay, 20_000, 20_400, startOfMonth, nextMonth)
      expect(parts.map(({ day }) => day)).toEqual([
        startOfMonth(20_000),
        ...parts.slice(0, -1).map(({ day }) => nextMonth(day)),
      ])
      expect(parts.at(-1)?.day).toBe(startOfMonth(20_400))
      expect(sum(parts.map(({ seconds }) => seconds))).toBe(sum(byDay.values()))
    }),
  )
})

test.each([
  [[], []],
  [
    [0, 0],
    [0, 0],
  ],
  [
    [0, 7],
    [0, 4],
  ],
  [
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ],
  [
    [5, 0, 1000, 6, 7],
    [1, 0, 4, 2, 3],
  ],
  [
    [3, 3, 3, 3],
    [4, 4, 4, 4],
  ],
])('the amounts %j have the shades %j', (amounts, levels) => {
  expect(levelsOf(amounts)).toEqual(levels)
})
