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
import { formatNumber } from './format.ts'
import { type Dictionary, type Language, languageNames, languages, localeOf, spokenOf } from './languages.ts'

/**
 * A text on screen, and what stands in it for `{name}`: numbers are written as the language writes them, so years come
 * as strings, and dates as functions. Other languages have it in their dictionaries, by the English text.
 */
export type Words = Record<'zh' | 'en', string> & Values
interface Values {
  [name: string]: string | number | Words | ((language: Language) => string)
}

/** Puts words into the reader's language. */
export type Say = (words: Words) => string

/** The language of prerendered pages, before the reader's is known. */
export const siteLanguage = spokenOf([site.language])

/** The reader's choice or, without one, the first of the browser's languages that we speak. */
export function currentLanguage(): Language {
  const chosen = keptChoice('language') as Language
  return languageNames.includes(chosen) ? chosen : spokenOf(navigator.languages)
}

const dictionaries: { [name in Language]?: Dictionary } = {}

/** Has the words of a language at hand, or fails. */
export async function loadWords(language: Language): Promise<void> {
  dictionaries[language] ??= (await languages[language].load?.())?.default
}

/** What the page is shown in. */
const LanguageContext = createContext<Language>(siteLanguage)

export const useLanguage = (): Language => use(LanguageContext)

/**
 * Gives the interface its language: first the one the page was rendered in, then, in steps too small to notice, the
 * reader's, once its words are there.
 */
export function LanguageProvider({ first, children }: { first: Language; children: ReactNode }) {
  const [{ language, isSettled }, show] = useState({ language: first, isSettled: false })
  useEffect(() => {
    const follow = async () => {
      const wanted = currentLanguage()
      const isThere = await loadWords(wanted).then(
        () => true,
        () => false,
      )
      if (wanted === currentLanguage())
        startTransition(() =>
          show(shown => ({ language: isThere ? wanted : shown.language, isSettled: true })),
        )
    }
    void follow()
    return subscribeSettings(follow)
  }, [])
  useEffect(() => {
    const root = document.documentElement
    // Even the same language again would have the browser work out every style anew.
    if (root.lang !== localeOf(language)) root.lang = localeOf(language)
    // Pages that need a script show themselves, once they speak the reader's language.
    if (isSettled) root.dataset.ready = ''
  }, [language, isSettled])
  return createElement(LanguageContext, { value: language }, children)
}

export function useSay(): Say {
  const language = useLanguage()
  return useCallback(words => inLanguage(language, words), [language])
}

/** Puts words into a language, with their values in them. */
export function inLanguage(language: Language, words: Words): string {
  const text = dictionaries[language]?.[words.en] ?? words[languages[language].base]
  return text.replace(/\{(\w+)\}/g, (hole, name) => {
    const value = words[name] ?? hole
    if (typeof value === 'function') return value(language)
    return typeof value === 'object'
      ? inLanguage(language, value)
      : typeof value === 'number'
        ? formatNumber(value, language)
        : value
  })
}
