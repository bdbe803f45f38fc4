const DAY_MS = 86_400_000

/** A day of the reader's own calendar as a number, so that no change of the clocks comes between two days. */
export function dayNumberOf(time: number): number {
  const date = new Date(time)
  return dayNumber(date.getFullYear(), date.getMonth(), date.getDate())
}

/** @param month counted from 0; months and days may go beyond their ends, as `Date` takes them */
export const dayNumber = (year: number, month: number, date: number): number =>
  Math.floor(Date.UTC(year, month, date) / DAY_MS)

/** The day as a date in UTC: formats of `Intl` want `timeZone: 'UTC'` for it. */
export const dateOf = (day: number): Date => new Date(day * DAY_MS)

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** The first day of the week that a day is in. */
export const startOfWeek = (day: number, firstWeekday: number): number =>
  day - ((weekdayOf(day) - firstWeekday + 7) % 7)

/** `2026-11-25`. */
export const isoDay = (day: number): string => dateOf(day).toISOString().slice(0, -14)

/** The day on which weeks begin where the reader is, 0 for Sunday; Monday where nobody knows. */
export function firstWeekdayOf(locale: string): number {
  // Engines had it as a property before it became a method.
  const { getWeekInfo, weekInfo } = new Intl.Locale(locale) as Intl.Locale & WeekInfos
  const firstDay = (getWeekInfo?.call(new Intl.Locale(locale)) ?? weekInfo)?.firstDay ?? 1
  return firstDay % 7
}

interface WeekInfos {
  getWeekInfo?: () => { firstDay: number }
  weekInfo?: { firstDay: number }
}
