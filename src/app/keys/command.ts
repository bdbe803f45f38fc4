import type { DataRouter } from 'react-router'
import type { Article } from '../../shared/article.ts'
import type { Words } from '../i18n/language.ts'
import type { Keys } from './key.ts'

/** Where the reader is, when a command is given. */
export interface Here {
  router: DataRouter
  /** The article that is open. */
  article: Article | null
  /** The link of the entry of a list that the reader is at. */
  entry: HTMLAnchorElement | null
}

export const groupNames = {
  moving: { zh: '移动', en: 'Moving' },
  article: { zh: '文章', en: 'Articles' },
  places: { zh: '前往', en: 'Going places' },
  app: { zh: '其他', en: 'Other' },
} satisfies Record<string, Words>

export type Group = keyof typeof groupNames

/** Something the reader can do by a key, and from the palette. */
export interface Command {
  id: string
  words: Words
  /** What it comes to where the reader is, if that is less than what `words` say. */
  wordsFor?: (here: Here) => Words
  group: Group
  /** Unless the reader chooses others. */
  keys: Keys
  /** Whether there is anything to do it with; without it there always is. */
  isFor?: (here: Here) => boolean
  /** Where a key that stays down goes on with it. */
  repeats?: 'anywhere' | 'in lists'
  /** The palette, which is opened with a key that the reader is at anyway, need not offer it. */
  isOfKeysOnly?: boolean
  run: (here: Here) => unknown
}
