import type { MonthCount } from '../../shared/article.ts'
import { site } from '../data/site.ts'
import { perLanguage } from '../i18n/format.ts'
import type { Words } from '../i18n/language.ts'
import type { Language } from '../i18n/languages.ts'

/** A year and its months, newest first; the year of articles without a date is null. */
export interface Year {
  year: string | null
  count: number
  months: { month: string | null; count: number; firstIndex: number }[]
}

/** Puts the months of a list together by years, and says where in the list each begins. */
export function yearsOf(months: MonthCount[]): Year[] {
  const years: Year[] = []
  let firstIndex = 0
  for (const [month, count] of months) {
    const year = month?.slice(0, 4) ?? null
    if (years.at(-1)?.year !== year) years.push({ year, count: 0, months: [] })
    const current = years.at(-1)!
    current.count += count
    current.months.push({ month, count, firstIndex })
    firstIndex += count
  }
  return years
}

const partsFormat = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  timeZone: site.timeZone,
})

/** The month of a date, `2024-03`, in the site's zone. */
export function monthOf(date: string): string {
  const parts = partsFormat.formatToParts(new Date(date))
  const part = (type: string) => parts.find(each => each.type === type)!.value
  return `${part('year').padStart(4, '0')}-${part('month')}`
}

const months = perLanguage(
  locale => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
)
const monthsAlone = perLanguage(
  locale => new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }),
)

/** The month of a list of its articles, or of those without a date. */
export const monthNamed = (month: string | null): Words =>
  month === null
    ? { zh: '没有日期的文章', en: 'Undated articles' }
    : { zh: '{month}', en: '{month}', month: language => formatMonth(month, language) }

/** 2024年3月, March 2024. */
export const formatMonth = (month: string, language: Language): string =>
  months(language).format(beginOf(month))

/** 3月, Mar: below its year. */
export const formatMonthShort = (month: string, language: Language): string =>
  monthsAlone(language).format(beginOf(month))

const beginOf = (month: string) => new Date(`${month}-01T00:00Z`)
