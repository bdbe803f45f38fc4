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
