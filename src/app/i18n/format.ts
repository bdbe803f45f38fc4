import { site } from '../data/site.ts'
import type { Language, Words } from './language.ts'

export const localeOf = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en')

/** Making a formatter takes far longer than using it, and a build shows a date for every article. */
const dateFormats = new Map<Language, Intl.DateTimeFormat>()

/** A published date, in the site's zone so that all readers see the same day. */
export function formatDate(iso: string, language: Language): string {
  let format = dateFormats.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: site.timeZone })
    dateFormats.set(language, format)
  }
  return format.format(new Date(iso))
}

export const minutesOf = (minutes: number): Words => ({
  zh: `${minutes} 分钟`,
  en: `${minutes} min`,
})

export const percentOf = (share: number): string => `${Math.round(share * 100)}%`
