import type { Visit } from '../history/visit.ts'

/** So far into an article, it was read. */
const READ = 1 / 3
const ARTICLES = 3
/** Who was away for so long has come back. */
const AWAY_MS = 30 * 60_000

/**
 * Whether somebody reads here: three articles, or on two days, and not for the first time today.
 *
 * @param visits in any order
 */
export function isInUse(visits: Visit[], now: number): boolean {
  const read = visits.filter(({ progress }) => progress >= READ)
  const articles = new Set(read.map(({ articleId }) => articleId))
  const days = new Set(read.map(({ startedAt }) => new Date(startedAt).toDateString()))
  return (articles.size >= ARTICLES || days.size >= 2) && hasComeBack(visits, now)
}

function hasComeBack(visits: Visit[], now: number): boolean {
  const byTime = visits.toSorted((a, b) => a.startedAt - b.startedAt)
  return byTime.some(({ startedAt, seconds }, index) => {
    const next = byTime[index + 1]?.startedAt ?? now
    return next - (startedAt + seconds * 1000) >= AWAY_MS
  })
}
