import { DateTime, IANAZone } from 'luxon'

/**
 * Reads a date as seeds write it: RFC 2822, or `YYYY-MM-DD[ HH:mm[:ss]]` and its ISO 8601 relatives.
 *
 * @param timeZone IANA zone of a date that names none
 * @returns ISO 8601 in UTC to the second, or null if it is no date
 */
export function readDate(text: string, timeZone: string): string | null {
  const usual = readUsual(text, timeZone)
  if (usual !== null) return usual
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

const USUAL = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/
const USUAL_RFC = /^([A-Z][a-z]{2}), (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')

/** Nearly all dates are written in one of two ways, and read without Luxon in a tenth of its time. Null if this is not one. */
function readUsual(text: string, timeZone: string): string | null {
  const local = USUAL.exec(text)
  if (local) {
    const [year, month, day, hour, minute, second] = local.slice(1).map(Number)
    const time = momentOf(year!, month!, day!, hour!, minute!, second!)
    return time === null ? null : inUtc(fromZone(time, timeZone))
  }
  const rfc = USUAL_RFC.exec(text)
  if (!rfc) return null
  const [, weekday, day, month, year, hour, minute, second] = rfc
  const time = momentOf(+year!, MONTHS.indexOf(month!) + 1, +day!, +hour!, +minute!, +second!)
  return time === null || DAYS[new Date(time).getUTCDay()] !== weekday ? null : inUtc(time)
}

/** The moment of a date and time in UTC, or null if there is no such. */
function momentOf(year: number, month: number, day: number, hour: number, minute: number, second: number) {
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(time)
  const isSound =
    year >= 1000 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  return isSound ? time : null
}

/** Null, as for whatever is in doubt, if this is not in a year of four digits. */
function inUtc(time: number | null): string | null {
  const text = time === null ? '' : new Date(time).toISOString()
  return /^[1-9]\d{3}-/.test(text) ? `${text.slice(0, 19)}Z` : null
}

const DAY = 86_400_000

/** The moment at which the clocks of a zone show this, or null if they may have been turned about then. */
function fromZone(shown: number, timeZone: string): number | null {
  const day = Math.floor(shown / DAY)
  const offset = offsetAround(day, timeZone)
  return offset === null ? null : shown - offset * 60_000
}

/** Zone and day → minutes, or null: archives have a few thousand days. */
const offsets = new Map<string, number | null>()
const MAX_OFFSETS = 50_000

/** The offset of a zone from UTC, in minutes, if it is the same from the day before to the day after. */
function offsetAround(day: number, timeZone: string): number | null {
  const key = `${day} ${timeZone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const zone = IANAZone.create(timeZone)
  const [first, ...others] = [-1, 0, 1, 2].map(step =>
    zone.isValid ? zone.offset((day + step) * DAY) : Number.NaN,
  )
  const offset = Number.isInteger(first) && others.every(other => other === first) ? first! : null
  if (offsets.size < MAX_OFFSETS) offsets.set(key, offset)
  return offset
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
