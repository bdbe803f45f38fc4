import type { DataRouter } from 'react-router'
import { catalogueFile, categoryPath, parseCategoryPath, withBase } from '../../shared/addresses.ts'
import type { CataloguePage } from '../../shared/article.ts'
import { catalogueQuery } from '../browse/queries.ts'
import { LoadError } from '../data/fetch-json.ts'
import { queryClient } from '../data/query-client.ts'
import { site } from '../data/site.ts'
import type { Words } from '../i18n/language.ts'
import { toast } from '../ui/toast.ts'

/** Data that comes with a build: of each, what is kept is older than a newer build. */
const OF_BUILD = /^(catalogue|digest|tree|months|index)$/

/** The category whose latest articles the page shows, empty for all; null if it shows none. */
export function listOf({ state }: DataRouter): string | null {
  const { pathname } = state.location
  if (pathname.replace(/\/?$/, '/') === site.base) return ''
  const lists = withBase(site.base, '/c/')
  return pathname.startsWith(lists) ? (parseCategoryPath(pathname.slice(lists.length))?.path ?? null) : null
}

/** Asks the site for articles that came since the page was loaded, shows them, and says how many there are. */
export async function lookForNew(router: DataRouter): Promise<void> {
  const path = listOf(router) ?? ''
  const query = catalogueQuery(path, 1)
  try {
    const before = await queryClient.ensureQueryData(query)
    // What the browser still holds of it is asked about, too.
    const answer = await fetch(withBase(site.base, catalogueFile(path)), { cache: 'no-cache' })
    if (!answer.ok) throw new LoadError('broken', answer.url)
    const after: CataloguePage = await queryClient.fetchQuery({ ...query, staleTime: 0 })
    const count = countNew(before, after)
    if (count > 0) await show(router, after)
    toast({ words: count > 0 ? { zh: '{count} 篇新文章', en: '{count} new articles', count } : noneNew })
  } catch {
    toast({ words: unreachable })
  }
}

const noneNew: Words = { zh: '没有新文章', en: 'No new articles' }
const unreachable: Words = {
  zh: '现在连不上网站，看不到有没有新文章。',
  en: 'The site cannot be reached now, so there is no telling.',
}

/** Articles that were not there before; where none of the first page was, the list tells by its length. */
export function countNew(before: CataloguePage, after: CataloguePage): number {
  const known = new Set(before.articles.map(({ id }) => id))
  const fresh = after.articles.filter(({ id }) => !known.has(id)).length
  return fresh < after.articles.length ? fresh : Math.max(fresh, after.total - before.total)
}

/** Every list of before the new build is let go, and this one begins anew. */
async function show(router: DataRouter, latest: CataloguePage): Promise<void> {
  const { queryKey } = catalogueQuery(latest.category.path, 1)
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => OF_BUILD.test(String(queryKey[0])) })
  queryClient.setQueryData(queryKey, latest)
  const { pathname, search } = router.state.location
  const isHome = pathname.replace(/\/?$/, '/') === site.base
  await router.navigate((isHome ? '/' : categoryPath(latest.category.path)) + search, { replace: true })
}
