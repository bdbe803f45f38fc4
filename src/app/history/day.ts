import { perLanguage } from '../i18n/format.ts'
import type { Language } from '../i18n/languages.ts'
import { ownTimes } from '../i18n/own-times.ts'

const days = ownTimes({ dateStyle: 'full' })
const daysAgo = perLanguage(locale => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))

/** A time of the reader's own life, in the reader's zone. */
export const formatTime = ownTimes({ timeStyle: 'short' })

/** The day of a time in the reader's zone: today, yesterday, or its date. */
export function formatDay(time: number, now: number, language: Language): string {
  const age = Math.round((startOfDay(now) - startOfDay(time)) / 86_400_000)
  return age === 0 || age === 1 ? daysAgo(language).format(-age, 'day') : days(time, language)
}

/** The first moment of a day, or of one some days on: days of 23 and 25 hours are days too. */
export function startOfDay(time: number, later = 0): number {
  const date = new Date(time)
  date.setDate(date.getDate() + later)
  return date.setHours(0, 0, 0, 0)
}
