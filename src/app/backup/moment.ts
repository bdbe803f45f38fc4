import { type Language, localeOf } from '../i18n/languages.ts'

/** A moment of this device's, by the reader's own clock. */
export const momentOf =
  (time: number) =>
  (language: Language): string =>
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(time)

/** For names of files, in the order of their days. */
export const dayForName = (): string => {
  const now = new Date()
  const digits = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`
}
