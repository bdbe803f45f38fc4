/** A mean year of the calendar, in milliseconds. */
const YEAR_MS = 31_556_952_000

/** From then on an article may be out of date, in years. */
export const OLD = 2

/** Whole years since a date, by the reader's clock; NaN for none. */
export const yearsSince = (date: string): number => Math.floor((Date.now() - Date.parse(date)) / YEAR_MS)
