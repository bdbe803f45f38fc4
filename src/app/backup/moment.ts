import type { Language } from '../i18n/languages.ts'
import { ownTimes } from '../i18n/own-times.ts'

const moments = ownTimes({ dateStyle: 'medium', timeStyle: 'short' })

/** A moment of this device's, by the reader's own clock. */
export const momentOf =
  (time: number) =>
  (language: Language): string =>
    moments(time, language)

/** For names of files, in the order of their days. */
export const dayForName = (): string => {
  const now = new Date()
  const digits = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`
}
