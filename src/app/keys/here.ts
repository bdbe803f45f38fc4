import type { DataRouter } from 'react-router'
import type { Article } from '../../shared/article.ts'
import type { Here } from './command.ts'
import { currentEntry, entries, rememberArticle } from './entries.ts'

/** The article that is open, or null. */
export function openArticle({ state }: DataRouter): Article | null {
  const page = state.matches.at(-1)?.route
  return page?.path === 'a/:id' ? ((state.loaderData[page.id] as Article | undefined) ?? null) : null
}

/** Where the reader is just now. */
export function lookAround(router: DataRouter): Here {
  const article = openArticle(router)
  const all = article ? [] : entries()
  return { router, article, entry: currentEntry(all), hasList: all.length > 0 }
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
