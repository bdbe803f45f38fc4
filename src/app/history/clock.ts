/** No clock that is right says a time before this code was written. */
const WRITTEN = Date.UTC(2026, 0)

/** Visits that are further ahead than this were written by a clock that was wrong. */
const FAR_MS = 2 * 366 * 24 * 3600 * 1000

/** The latest time, seen from now, that a visit can have begun at. */
export const horizon = (now: number): number => (now < WRITTEN ? Number.POSITIVE_INFINITY : now + FAR_MS)

/**
 * When a visit begins: now, but after every other. A clock that was set back, or starts from 1970, puts nothing among
 * what was read long ago.
 *
 * @param newest when the newest visit within the horizon began; null if there is none
 */
export const beginningAfter = (now: number, newest: number | null): number =>
  newest !== null && newest >= now ? newest + 1 : now
