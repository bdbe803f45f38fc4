/** Whether a value that came out of storage names an article. */
export const isArticleId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)

/** The year 10000: later dates have no name that a reader would know. */
const LAST_TIME = Date.UTC(10_000, 0)

/** A year: no article takes longer. */
export const MOST_MINUTES = 525_600

/** Whether a value is a number from nought to a limit. */
export const isUpTo = (value: unknown, most: number): boolean =>
  typeof value === 'number' && value >= 0 && value <= most

/** Whether a value is a moment that a clock may have shown, in milliseconds since 1970. */
export const isTime = (value: unknown): boolean => isUpTo(value, LAST_TIME)
