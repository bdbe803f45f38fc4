import { DateTime } from 'luxon'

/**
 * Reads a date as seeds write it: RFC 2822, or `YYYY-MM-DD[ HH:mm[:ss]]` and its ISO 8601 relatives.
 *
 * @param timeZone IANA zone of a date that names none
 * @returns ISO 8601 in UTC to the second, or null if it is no date
 */
export function readDate(text: string, timeZone: string): string | null {
  // A time alone would be taken for today's.
  const isDayFirst = /^\d{4}-\d\d-\d\d/.test(text)
  const readings = isDayFirst
    ? [DateTime.fromSQL(text, { zone: timeZone }), DateTime.fromISO(text, { zone: timeZone })]
    : [DateTime.fromRFC2822(text)]
  const date = readings.find(reading => reading.isValid)?.toUTC()
  // Four digits keep dates comparable as text.
  if (!date || date.year < 1000 || date.year > 9999) return null
  return date.startOf('second').toISO({ suppressMilliseconds: true })
}

/**
 * The moment meant by a date of January 1970 that took seconds for milliseconds, as feeds do: 1,594,292 s after the
 * beginning of 1970 stand for 1,594,292,000 s, give or take the 1,000 s that were lost.
 *
 * @returns null if the date is no such one: it must give a year from 2001 to 2033
 */
export function secondsReadAsMilliseconds(date: string): string | null {
  const seconds = Date.parse(date)
  if (seconds < 1e9 || seconds > 2e9) return null
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
}
