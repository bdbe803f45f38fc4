import type { Language, Words } from '../i18n/language.ts'

const countFormats = { zh: new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en') }

export const formatCount = (count: number, language: Language): string => countFormats[language].format(count)

export const articlesCounted = (count: number): Words => ({
  zh: `${formatCount(count, 'zh')} 篇`,
  en: `${formatCount(count, 'en')} ${count === 1 ? 'article' : 'articles'}`,
})
