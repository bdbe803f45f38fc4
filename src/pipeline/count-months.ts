import type { MonthCount } from '../shared/article.ts'

/**
 * Counts the articles of each month, in the order they come in.
 *
 * @param dates ISO 8601 in UTC, newest first, with those that are null at the end
 * @param timeZone the zone that says which month an instant is in
 */
export function countMonths(dates: (string | null)[], timeZone: string): MonthCount[] {
  const monthOf = monthIn(timeZone)
  const counts: MonthCount[] = []
  for (let start = 0; start < dates.length; ) {
    const month = monthOf(dates[start]!)
    const end = endOfRun(start, dates.length, index => monthOf(dates[index]!) === month)
    counts.push([month, end - start])
    start = end
  }
  return counts
}

/** Where a run ends that `start` is in, found by halving: a zone's calendar is far slower than a comparison. */
function endOfRun(start: number, length: number, isInRun: (index: number) => boolean): number {
  let low = start + 1
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isInRun(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function monthIn(timeZone: string): (date: string | null) => string | null {
  const format = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone })
  return date => {
    if (!date) return null
    const parts = format.formatToParts(new Date(date))
    const part = (type: string) => parts.find(each => each.type === type)!.value
    return `${part('year').padStart(4, '0')}-${part('month')}`
  }
}
