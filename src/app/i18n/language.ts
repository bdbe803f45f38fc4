import {
  createContext,
  createElement,
  type ReactNode,
  startTransition,
  use,
  useCallback,
  useEffect,
  useState,
} from 'react'
import { site } from '../data/site.ts'
import { keptChoice, subscribeSettings } from '../settings/setting-store.ts'

export type Language = 'zh' | 'en'

/** A text on screen in every language of the interface, and what stands in it for `{name}`. */
export type Words = Record<Language, string> & Values
interface Values {
  [name: string]: string | number | Words
}

/** Puts words into the reader's language. */
export type Say = (words: Words) => string

const languageOf = (tag: string): Language => (/^zh\b/i.test(tag) ? 'zh' : 'en')

/** The language of prerendered pages, before the reader's is known. */
export const siteLanguage = languageOf(site.language)

/** The reader's choice or, without one, the browser's first language. */
export function currentLanguage(): Language {
  const chosen = keptChoice('language')
  return chosen === 'zh' || chosen === 'en' ? chosen : languageOf(navigator.language)
}

/** What the page is shown in. */
const LanguageContext = createContext<Language>(siteLanguage)

export const useLanguage = (): Language => use(LanguageContext)

/**
 * Gives the interface its language: first the one the page was rendered in, then, in steps too small to notice, the
 * reader's.
 */
export function LanguageProvider({ first, children }: { first: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(first)
  useEffect(() => {
    const follow = () => startTransition(() => setLanguage(currentLanguage()))
    follow()
    return subscribeSettings(follow)
  }, [])
  return createElement(LanguageContext, { value: language }, children)
}

export function useSay(): Say {
  const language = useLanguage()
  return useCallback(words => inLanguage(language, words), [language])
}

/** Puts words into a language, with their values in them. */
export function inLanguage(language: Language, words: Words): string {
  return words[language].replace(/\{(\w+)\}/g, (hole, name) => {
    const value = words[name] ?? hole
    return typeof value === 'object' ? inLanguage(language, value) : String(value)
  })
}
