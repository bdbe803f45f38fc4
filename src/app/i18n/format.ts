import { site } from '../data/site.ts'
import type { Words } from './language.ts'
import { type Language, localeOf } from './languages.ts'

/** Makes a formatter once for each language: that takes far longer than using it, and a build shows thousands of dates. */
export function perLanguage<Format>(make: (locale: string) => Format): (language: Language) => Format {
  const made: { [name in Language]?: Format } = {}
  return language => (made[language] ??= make(localeOf(language)))
}

const numbers = perLanguage(locale => new Intl.NumberFormat(locale))
const percents = perLanguage(locale => new Intl.NumberFormat(locale, { style: 'percent' }))
const dates = perLanguage(
  locale => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: site.timeZone }),
)

export const formatNumber = (number: number, language: Language): string => numbers(language).format(number)

/** @param share from 0 to 1 */
export const formatPercent = (share: number, language: Language): string => percents(language).format(share)

/** A published date, in the site's zone so that all readers see the same day. */
export const formatDate = (iso: string, language: Language): string => dates(language).format(new Date(iso))

export const minutesOf = (minutes: number): Words => ({ zh: '{minutes} 分钟', en: '{minutes} min', minutes })
