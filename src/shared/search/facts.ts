import type { Article } from '../article.ts'
import { foldText } from './fold.ts'

/*
 * Terms that no text can hold say what an article is.
 */

/** Of a category: its name, or its path with slashes, folded. */
export const categoryTerm = (folded: string) => `\u0001c${folded}`

export const authorTerm = (folded: string) => `\u0001a${folded}`

export const PICTURE_TERM = '\u0001p'

/** The terms of an article's categories, its author and its pictures. */
export function factsOf({ categories, author, body }: Article): string[] {
  const names = categories.flatMap(({ names }) =>
    names.flatMap((name, index) => [name, names.slice(0, index + 1).join('/')]),
  )
  return [
    ...[...new Set(names)].map(name => categoryTerm(foldText(name))),
    ...(author ? [authorTerm(foldText(author))] : []),
    ...(body.includes('<img') ? [PICTURE_TERM] : []),
  ]
}
