import type { MonthCount } from '../../shared/article.ts'
import { site } from '../data/site.ts'
import { localeOf } from '../i18n/format.ts'
import type { Language, Words } from '../i18n/language.ts'

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

/** The month of a list of its articles, or of those without a date. */
export const monthNamed = (month: string | null): Words =>
  month === null
    ? { zh: '没有日期的文章', en: 'Undated articles' }
    : { zh: formatMonth(month, 'zh'), en: formatMonth(month, 'en') }

/** 2024年3月, March 2024. */
export const formatMonth = (month: string, language: Language): string => say(month, language, 'long')

/** 3月, Mar: below its year. */
export const formatMonthShort = (month: string, language: Language): string => say(month, language, 'short')

/** Making a formatter takes far longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function say(month: string, language: Language, length: 'long' | 'short'): string {
  const key = `${language} ${length}`
  let format = formats.get(key)
  if (!format) {
    const year = length === 'long' ? 'numeric' : undefined
    format = new Intl.DateTimeFormat(localeOf(language), { year, month: length, timeZone: 'UTC' })
    formats.set(key, format)
  }
  return format.format(new Date(`${month}-01T00:00Z`))
}
