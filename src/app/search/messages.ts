import type { CategoryLink } from '../../shared/article.ts'
import type { Found } from './search.ts'

/** What the page asks of the search worker; each search ends the one before. */
export type Request =
  | {
      is: 'search'
      number: number
      typed: string
      read: ReadonlySet<string>
      saved: ReadonlySet<string>
      count: number
    }
  /** More of the same search. */
  | { is: 'more'; number: number; count: number }
  /** Answered with `Authors`. */
  | { is: 'authors'; begun: string }

/** Authors whose names begin so, folded. */
export interface Authors {
  begun: string
  authors: string[]
}

/** Its first words, as soon as it is there. */
export const started = { isStarted: true }

/** What it answers, with the number of the search. */
export interface Answer extends Found {
  number: number
  /** How many of the articles are in each of the largest categories, once that is known. */
  categories: CategoryCount[]
  /** Without a network, what is kept on the device is searched: how many articles that is, of how many, and whether all are read. */
  stored: { articles: number; of: number | null; isRead: boolean } | null
  /** Of what was typed, what says nothing that can be searched for. */
  ignored: string[]
  /** Nothing was asked. */
  isEmpty: boolean
}

export interface CategoryCount extends CategoryLink {
  count: number
}
