/** Texts of a language by the English ones. */
export type Dictionary = Record<string, string>

export type Language = 'zh' | 'zh-Hant' | 'en' | 'ja'

interface Spoken {
  /** As its speakers call it. */
  name: string
  locale: string
  /** The tags by which browsers and sites ask for it. */
  tags: RegExp
  /** Whose texts stand in the code, and here for what its dictionary lacks. */
  base: 'zh' | 'en'
  /** Its dictionary, in a script of its own. */
  load?: () => Promise<{ default: Dictionary }>
}

/** Every language of the interface: another one is a line here and its dictionary. */
export const languages: Record<Language, Spoken> = {
  zh: { name: '简体中文', locale: 'zh-CN', tags: /^zh\b(?!-(hant|tw|hk|mo))/i, base: 'zh' },
  'zh-Hant': {
    name: '繁體中文',
    locale: 'zh-TW',
    tags: /^zh-(hant|tw|hk|mo)/i,
    base: 'zh',
    load: () => import('./dictionaries/zh-Hant.ts'),
  },
  en: { name: 'English', locale: 'en', tags: /^en\b/i, base: 'en' },
  ja: {
    name: '日本語',
    locale: 'ja',
    tags: /^ja\b/i,
    base: 'en',
    load: () => import('./dictionaries/ja.ts'),
  },
}

export const languageNames = Object.keys(languages) as Language[]

/** The first of these tags that we speak, or English. */
export const spokenOf = (tags: readonly string[]): Language =>
  tags.flatMap(tag => languageNames.filter(name => languages[name].tags.test(tag)))[0] ?? 'en'

export const localeOf = (language: Language): string => languages[language].locale
