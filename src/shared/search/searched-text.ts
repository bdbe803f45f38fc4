import type { Article } from '../article.ts'
import { inlineTags } from '../html-policy.ts'

/** What of an article is searched. */
export interface SearchedText {
  title: string
  /** Its blocks are lines. */
  body: string
  /** Author, categories, tags, as lines. */
  names: string
}

/** What the search of an article goes by: index and result read the same. */
export function searchedText({ title, body, author, categories, tags }: Article): SearchedText {
  const names = [author, ...categories.flatMap(({ names }) => names), ...tags]
  return { title, body: textOf(body), names: [...new Set(names)].join('\n') }
}

/** A tag of clean HTML, whose attributes stand in double quotes. */
const TAG = /<\/?([a-z][a-z0-9-]*)(?:"[^"]*"|[^">])*>/g

/** How a word is read aloud stands in the middle of it. */
const READINGS = /<(rt|rp)\b[^>]*>[^<]*<\/\1>/g

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** The text of clean HTML, in lines. Needs no DOM, which a worker does not have. */
const textOf = (html: string): string =>
  html
    .replace(READINGS, '')
    .replace(TAG, (_, name: string) => (inlineTags.has(name) && name !== 'br' ? '' : '\n'))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name]!)
    .replace(/\s*\n\s*/g, '\n')
    .trim()
