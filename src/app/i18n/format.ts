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

export const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0)

const countFormats = { zh: new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en') }

export const formatCount = (count: number, language: Language): string => countFormats[language].format(count)

export const articlesCounted = (count: number): Words => ({
  zh: `${formatCount(count, 'zh')} 篇`,
  en: `${formatCount(count, 'en')} ${count === 1 ? 'article' : 'articles'}`,
})

export const minutesOf = (minutes: number): Words => ({
  zh: `${minutes} 分钟`,
  en: `${minutes} min`,
})

export const percentOf = (share: number): string => `${Math.round(share * 100)}%`
