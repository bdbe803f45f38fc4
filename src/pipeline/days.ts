import type { MonthCount } from '../shared/article.ts'

/** A day, `2024-03-07`; null for what has no date. */
export type Day = string | null

/**
 * The day of each article.
 *
 * @param dates ISO 8601 in UTC, newest first, with those that are null at the end
 * @param timeZone the zone that says which day an instant is in
 */
export function daysOf(dates: (string | null)[], timeZone: string): Day[] {
  const dayOf = dayIn(timeZone)
  const days: Day[] = []
  while (days.length < dates.length) {
    const day = dayOf(dates[days.length]!)
    const end = endOfRun(days.length, dates.length, index => dayOf(dates[index]!) === day)
    while (days.length < end) days.push(day)
  }
  return days
}

export const monthOf = (day: Day): string | null => day?.slice(0, -3) ?? null

/** Counts how many follow each other in one month. */
export function countMonths(days: Day[]): MonthCount[] {
  const counts: MonthCount[] = []
  for (const day of days) {
    const month = monthOf(day)
    const last = counts.at(-1)
    if (last?.[0] === month) last[1]++
    else counts.push([month, 1])
  }
  return counts
}

/** Where a run ends that `start` is in: by steps that double, and then halve, for a zone's calendar is slow. */
function endOfRun(start: number, length: number, isInRun: (index: number) => boolean): number {
  let step = 1
  while (start + step < length && isInRun(start + step)) step *= 2
  let low = start + (step >> 1) + 1
  let high = Math.min(start + step, length)
  while (low < high) {
    const middle = (low + high) >> 1
    if (isInRun(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function dayIn(timeZone: string): (date: string | null) => Day {
  const format = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  })
  return date => {
    if (!date) return null
    const parts = format.formatToParts(new Date(date))
    const part = (type: string) => parts.find(each => each.type === type)!.value
    return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  }
}
