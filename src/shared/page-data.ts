import type { HeadTag } from './head.ts'

/**
 * What a prerendered page carries for its own start: the data files it was made from, keyed by address, so that
 * the first loaders need no network. An article's `body` is left out: it stands in the document already.
 */
export interface PageData {
  /** The path the page was made for, without the base. On any other address the page renders afresh. */
  path: string
  files: Record<string, unknown>
}

/** `id` of the JSON block in the document. */
export const pageDataId = 'page-data'

/** What the app's server bundle makes of one page. */
export interface Rendered {
  html: string
  head: HeadTag[]
  /** Ids of its routes and the words of its language: those that are source files come in scripts of their own. */
  modules: string[]
}
