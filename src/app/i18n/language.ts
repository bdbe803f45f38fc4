import { useCallback, useSyncExternalStore } from 'react'
import { site } from '../data/site.ts'
import { getSetting, subscribeSettings } from '../settings/setting-store.ts'

export type Language = 'zh' | 'en'

/** A text on screen, in every language of the interface. */
export type Words = Record<Language, string>

/** Puts words into the reader's language. */
export type Say = (words: Words) => string

const languageOf = (tag: string): Language => (/^zh\b/i.test(tag) ? 'zh' : 'en')

/** The language of prerendered pages, before the reader's is known. */
export const siteLanguage = languageOf(site.language)

/** The reader's choice or, without one, the browser's first language. */
export function currentLanguage(): Language {
  const chosen = getSetting('language')
  return chosen === 'auto' ? languageOf(navigator.language) : (chosen as Language)
}

export const useLanguage = (): Language =>
  useSyncExternalStore(subscribeSettings, currentLanguage, () => siteLanguage)

export function useSay(): Say {
  const language = useLanguage()
  return useCallback(words => words[language], [language])
}
