import { sourceOf, type Visit } from '../history/visit.ts'
import { dateOf, dayNumber, dayNumberOf, weekdayOf } from './day-number.ts'

export const periods = ['30d', '12m', 'all'] as const
export type Period = (typeof periods)[number]

/** What visits of a period add up to. */
export interface Figures {
  seconds: number
  /** How many different ones were opened. */
  articles: number
  /** How many days something was read on. */
  daysRead: number
  /** Seconds by day. */
  byDay: Map<number, number>
  /** Seconds of each hour of a week: those of Sunday, 0 to 23 o'clock, come first. */
  byHour: number[]
  /** Seconds by section, most first; '' stands for those that do not say. */
  bySection: Amount[]
  /** The same by source. */
  bySource: Amount[]
}

export type Amount = [name: string, seconds: number]

/** Days in a row on which something was read. */
export interface Streak {
  /** Up to today or, while nothing was read today, yesterday. */
  current: number
  longest: number
}

export interface Statistics {
  /** When they were added up. */
  today: number
  isEmpty: boolean
  streak: Streak
  figures: Record<Period, Figures>
}

/** Less is a glance, no reading. */
export const READ_SECONDS = 60

/** No visit counts for more: such a record is wrong. */
const MOST_SECONDS = 24 * 3600

/** The first day of each period. */
export function firstDayOf(period: Period, today: number): number {
  const date = dateOf(today)
  if (period === '30d') return today - 29
  if (period === '12m') return dayNumber(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate()) + 1
  return Number.NEGATIVE_INFINITY
}

/**
 * Adds visits up, in whatever order they come. A visit counts where it began; what the clock puts after today counts
 * in all time only.
 */
export class Tally {
  readonly #today: number
  readonly #sums: { first: number; last: number; sum: Sum }[]

  constructor(now: number) {
    this.#today = dayNumberOf(now)
    this.#sums = periods.map(period => ({
      first: firstDayOf(period, this.#today),
      last: period === 'all' ? Number.POSITIVE_INFINITY : this.#today,
      sum: new Sum(),
    }))
  }

  add(visit: Visit): void {
    const day = dayNumberOf(visit.startedAt)
    for (const { first, last, sum } of this.#sums) if (day >= first && day <= last) sum.add(visit, day)
  }

  statistics(): Statistics {
    const figures = periods.map((period, index) => [period, this.#sums[index]!.sum.figures()] as const)
    const { all } = Object.fromEntries(figures)
    return {
      today: this.#today,
      isEmpty: all!.articles === 0,
      streak: streakOf(all!.byDay, this.#today),
      figures: Object.fromEntries(figures) as Record<Period, Figures>,
    }
  }
}

class Sum {
  readonly #articles = new Set<string>()
  readonly #byDay = new Map<number, number>()
  readonly #bySection = new Map<string, number>()
  readonly #bySource = new Map<string, number>()
  readonly #byHour = Array<number>(7 * 24).fill(0)

  add(visit: Visit, day: number): void {
    // Whole milliseconds: sums of fractions would depend on the order.
    const time = Math.round(Math.min(MOST_SECONDS, Math.max(0, visit.seconds)) * 1000)
    const hour = weekdayOf(day) * 24 + new Date(visit.startedAt).getHours()
    this.#articles.add(visit.articleId)
    increase(this.#byDay, day, time)
    increase(this.#bySection, visit.category?.[0] ?? '', time)
    increase(this.#bySource, sourceOf(visit), time)
    this.#byHour[hour]! += time
  }

  figures(): Figures {
    const byDay = new Map([...this.#byDay].map(([day, time]) => [day, time / 1000]))
    const byHour = this.#byHour.map(time => time / 1000)
    return {
      seconds: this.#byHour.reduce((sum, time) => sum + time, 0) / 1000,
      articles: this.#articles.size,
      daysRead: [...byDay.values()].filter(seconds => seconds >= READ_SECONDS).length,
      byDay,
      byHour,
      bySection: mostFirst(this.#bySection),
      bySource: mostFirst(this.#bySource),
    }
  }
}

function increase<Key>(sums: Map<Key, number>, key: Key, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by)
}

const mostFirst = (sums: Map<string, number>): Amount[] =>
  [...sums]
    .filter(([, time]) => time > 0)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([name, time]) => [name, time / 1000])

/** @param byDay seconds of each day */
export function streakOf(byDay: Map<number, number>, today: number): Streak {
  const days = [...byDay].filter(([day, seconds]) => seconds >= READ_SECONDS && day <= today)
  let longest = 0
  let length = 0
  let before = Number.NaN
  for (const day of days.map(([day]) => day).sort((a, b) => a - b)) {
    length = day === before + 1 ? length + 1 : 1
    longest = Math.max(longest, length)
    before = day
  }
  return { current: before >= today - 1 ? length : 0, longest }
}

/** A stretch of days, and the seconds in them. */
export interface Stretch {
  /** Its first day. */
  day: number
  seconds: number
}

/** Adds days up to stretches that follow each other without a gap, from that with `first` to that with `last`. */
export function stretches(
  byDay: Map<number, number>,
  first: number,
  last: number,
  start: (day: number) => number,
  next: (start: number) => number,
): Stretch[] {
  const sums = new Map<number, number>()
  for (let day = start(first); day <= last; day = next(day)) sums.set(day, 0)
  for (const [day, seconds] of byDay) if (day >= first && day <= last) increase(sums, start(day), seconds)
  return [...sums].map(([day, seconds]) => ({ day, seconds }))
}

export const startOfMonth = (day: number): number => {
  const date = dateOf(day)
  return dayNumber(date.getUTCFullYear(), date.getUTCMonth(), 1)
}

export const nextMonth = (start: number): number => startOfMonth(start + 31)

export const startOfYear = (day: number): number => dayNumber(dateOf(day).getUTCFullYear(), 0, 1)

/**
 * Which shade each amount has: 0 for nothing, then 1 to 4 by the quarter of all others it is in, so that one long day
 * does not make the rest pale.
 */
export function levelsOf(amounts: number[]): number[] {
  const sorted = amounts.filter(amount => amount > 0).sort((a, b) => a - b)
  const quarters = [1, 2, 3].map(quarter => sorted[Math.floor((sorted.length * quarter) / 4)]!)
  return amounts.map(amount => (amount > 0 ? 1 + quarters.filter(least => amount >= least).length : 0))
}
