import { perLanguage } from './format.ts'
import type { Language } from './languages.ts'

/**
 * Formats times of the reader's own life, in the zone that the device is in now: a format of `Intl` keeps the one in
 * which it was made, and readers travel.
 *
 * @returns from milliseconds since 1970 to words
 */
export function ownTimes(options: Intl.DateTimeFormatOptions): (time: number, language: Language) => string {
  const formats = perLanguage(locale => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }))
  return (time, language) => formats(language).format(time - new Date(time).getTimezoneOffset() * 60_000)
}
