import { localeOf } from '../i18n/format.ts'
import type { Language } from '../i18n/language.ts'

/** A time of the reader's own life, in the reader's zone. */
export const formatTime = (time: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(time)

/** The day of a time in the reader's zone: today, yesterday, or its date. */
export function formatDay(time: number, now: number, language: Language): string {
  const days = Math.round((startOfDay(now) - startOfDay(time)) / 86_400_000)
  if (days === 0 || days === 1)
    return new Intl.RelativeTimeFormat(localeOf(language), {
      numeric: 'auto',
    }).format(-days, 'day')
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'full',
  }).format(time)
}

/** The first moment of a day, or of one some days on: days of 23 and 25 hours are days too. */
export function startOfDay(time: number, later = 0): number {
  const date = new Date(time)
  date.setDate(date.getDate() + later)
  return date.setHours(0, 0, 0, 0)
}
