import { site } from '../data/site.ts'
import { perLanguage } from '../i18n/format.ts'
import type { Language } from '../i18n/languages.ts'

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: site.timeZone,
})

/** The day of a time, `2024-03-09`, in the site's zone. */
export const dayOf = (time: string | number): string => dayFormat.format(new Date(time))

const days = perLanguage(locale => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }))
const nearDays = perLanguage(locale => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))

/** 2024年3月9日星期六 */
export const formatDay = (day: string, language: Language): string =>
  days(language).format(new Date(`${day}T00:00Z`))

/** Today, yesterday; empty for other days. */
export function formatNearDay(day: string, now: number, language: Language): string {
  const distance = Math.round((Date.parse(day) - Date.parse(dayOf(now))) / 86_400_000)
  return distance === 0 || distance === -1 ? nearDays(language).format(distance, 'day') : ''
}
