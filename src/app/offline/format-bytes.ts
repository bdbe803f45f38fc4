import { perLanguage } from '../i18n/format.ts'
import type { Language } from '../i18n/languages.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

const formats = perLanguage(locale =>
  units.map(
    unit =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumSignificantDigits: 3,
      }),
  ),
)

/** 12.3 MB, as a value of words. */
export const sizeOf =
  (bytes: number) =>
  (language: Language): string => {
    const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
    return formats(language)[step]!.format(bytes / 1000 ** step)
  }
