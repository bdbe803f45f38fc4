/**
 * Reads a date as seeds write it: RFC 2822, or `YYYY-MM-DD[ HH:mm[:ss]]` and its ISO 8601 relatives.
 *
 * @param timeZone IANA zone of a date that names none
 * @returns ISO 8601 in UTC to the second, or null if it is no date
 */
export declare function readDate(text: string, timeZone: string): string | null
/**
 * The moment meant by a date of January 1970 that took seconds for milliseconds, as feeds do: 1,594,292 s after the
 * beginning of 1970 stand for 1,594,292,000 s, give or take the 1,000 s that were lost.
 *
 * @returns null if the date is no such one: it must give a year from 2001 to 2033
 */
export declare function secondsReadAsMilliseconds(date: string): string | null
