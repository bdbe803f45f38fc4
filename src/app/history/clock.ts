/** No clock that is right says a time before this code was written. */
const WRITTEN = Date.UTC(2026, 0)

/**
 * Visits that are further ahead than this were written by a clock that was wrong: what is read now is not to follow them
 * for as long as that clock was ahead.
 */
const FAR_MS = 2 * 24 * 3600 * 1000

/** The latest time, seen from now, that a visit can have begun at. */
export const horizon = (now: number): number => (now < WRITTEN ? Number.POSITIVE_INFINITY : now + FAR_MS)

let last = Number.NEGATIVE_INFINITY

/**
 * When a visit begins: now, but after every other, and in any case after those that began in this tab. A clock that was
 * set back, or starts from 1970, puts nothing among what was read long ago.
 *
 * @param newest when the newest visit within the horizon began; null if there is none
 */
export function beginningAfter(now: number, newest: number | null): number {
  last = Math.max(now, (newest ?? Number.NEGATIVE_INFINITY) + 1, last + 1)
  return last
}
