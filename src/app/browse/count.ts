import type { Words } from '../i18n/language.ts'

export const articlesCounted = (count: number): Words => ({
  zh: '{count} 篇',
  en: count === 1 ? '{count} article' : '{count} articles',
  count,
})
