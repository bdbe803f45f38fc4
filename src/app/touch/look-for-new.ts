import type { DataRouter } from 'react-router'
import { homePath, listFile, listPath, withBase } from '../../shared/addresses.ts'
import type { CataloguePage } from '../../shared/article.ts'
import { catalogueQuery } from '../browse/queries.ts'
import { LoadError } from '../data/fetch-json.ts'
import { queryClient } from '../data/query-client.ts'
import { site } from '../data/site.ts'
import type { Words } from '../i18n/language.ts'
import { latestShown, openList } from '../keys/here.ts'
import { toast } from '../ui/toast.ts'

/** The reader's own data, which no build changes, and articles, which are what they were. */
const LASTING = new Set(['article', 'history', 'states', 'saved', 'marks', 'mutes'])

/** Asks the site for articles that came since the page was loaded, shows them, and says how many there are. */
export async function lookForNew(router: DataRouter): Promise<void> {
  const list = latestShown(router)!
  const query = catalogueQuery(list, 1)
  try {
    const before = await queryClient.ensureQueryData(query)
    // What the browser still holds of it is asked about, too.
    const answer = await fetch(withBase(site.base, listFile(list)), { cache: 'no-cache' })
    if (!answer.ok) throw new LoadError('broken', answer.url)
    const after: CataloguePage = await queryClient.fetchQuery({ ...query, staleTime: 0 })
    const count = countNew(before, after)
    if (count > 0) await showAnew(router)
    toast({ words: count > 0 ? someNew(count) : noneNew })
  } catch {
    toast({ words: unreachable })
  }
}

const someNew = (count: number): Words => ({
  zh: '{count} 篇新文章',
  en: count === 1 ? '{count} new article' : '{count} new articles',
  count,
})
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

/** All lists of before the new build are let go, and what is shown begins anew. */
async function showAnew(router: DataRouter): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => !LASTING.has(String(queryKey[0])) })
  const list = openList(router)
  const path = list ? listPath(list.list) : homePath
  await router.navigate(path + router.state.location.search, { replace: true })
}
