import type { DataRouter } from 'react-router'
import { categoryList } from '../../shared/addresses.ts'
import type { Article, CataloguePage } from '../../shared/article.ts'
import type { Here } from './command.ts'
import { currentEntry, rememberArticle } from './entries.ts'

/** The article that is open, or null. */
export function openArticle({ state }: DataRouter): Article | null {
  const page = state.matches.at(-1)?.route
  return page?.path === 'a/:id' ? ((state.loaderData[page.id] as Article | undefined) ?? null) : null
}

/** The list that the page is of, or null; home is none. */
export function openList({ state }: DataRouter): CataloguePage | null {
  const data: unknown = state.loaderData[state.matches.at(-1)?.route.id ?? '']
  return data !== null && typeof data === 'object' && 'list' in data ? (data as CataloguePage) : null
}

/** The name of the list whose latest articles the page shows; null if it shows none. */
export const latestShown = (router: DataRouter): string | null =>
  router.state.matches.at(-1)?.route.index ? categoryList('') : (openList(router)?.list ?? null)

/** Where the reader is just now. */
export function lookAround(router: DataRouter): Here {
  const article = openArticle(router)
  return { router, article, entry: article ? null : currentEntry() }
}

/** Notes which article is read, so that its list goes on from there. */
export function noteArticles(router: DataRouter): void {
  const note = () => {
    const article = openArticle(router)
    if (article) rememberArticle(article.id)
  }
  note()
  router.subscribe(note)
}
