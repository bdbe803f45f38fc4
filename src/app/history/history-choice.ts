import { startOfDay } from './day.ts'
import type { VisitFilter } from './visit-filter.ts'

/** The choices of the history page, as its address has them. */
export interface HistoryChoice {
  search: string
  state: VisitFilter['state']
  source: string | null
  period: 'today' | '7d' | '30d' | 'range' | null
  /** First and last day of a range, `2026-11-25`; either may be empty. */
  from: string
  to: string
}

export function readChoice(params: URLSearchParams): HistoryChoice {
  const oneOf = <Name extends string>(names: readonly Name[], name: string | null) =>
    names.find(each => each === name) ?? null
  return {
    search: params.get('q') ?? '',
    state: oneOf(['unfinished', 'finished'], params.get('state')),
    source: params.get('source') || null,
    period: oneOf(['today', '7d', '30d', 'range'], params.get('period')),
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
  }
}

export function paramsOf({ search, state, source, period, from, to }: HistoryChoice): Record<string, string> {
  return {
    ...(search && { q: search }),
    ...(state && { state }),
    ...(source && { source }),
    ...(period && { period }),
    ...(period === 'range' && from && { from }),
    ...(period === 'range' && to && { to }),
  }
}

/** The days before today that belong to a period too. */
const EARLIER = { today: 0, '7d': -6, '30d': -29 }

/** @param now decides which days are meant by "today" and the like */
export function filterOf(
  { search, state, source, period, from, to }: HistoryChoice,
  now: number,
): VisitFilter {
  const filter = { search, state, source, from: null, until: null }
  if (period === null) return filter
  if (period !== 'range') return { ...filter, from: startOfDay(now, EARLIER[period]) }
  return { ...filter, from: midnightOf(from, 0), until: midnightOf(to, 1) }
}

/** The beginning of a day that a date field gave, or of one some days on; null if it gave none. */
function midnightOf(day: string, later: number): number | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  return year ? new Date(Number(year), Number(month) - 1, Number(date) + later).getTime() : null
}
