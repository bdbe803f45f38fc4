import { useSuspenseQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router'
import { archivePath, categoriesPath, randomPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { loadOrOpenKept } from '../data/kept-page.ts'
import { queryClient } from '../data/query-client.ts'
import { site } from '../data/site.ts'
import { type Say, useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { CategoryTree } from './CategoryTree.tsx'
import { treeQuery } from './queries.ts'
import { usePrefetch } from './use-prefetch.ts'

const title = { zh: '全部分类', en: 'All categories' }

export async function loader({ request }: LoaderFunctionArgs) {
  await loadOrOpenKept(request, () => queryClient.ensureQueryData(treeQuery()))
  return null
}

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: `${say(title)} · ${site.name}`,
    path: categoriesPath,
  }),
}

/** Every category of the site: the one page that grows with their number. */
export function Component() {
  const say = useSay()
  const language = useLanguage()
  usePrefetch()
  const { data: tree } = useSuspenseQuery(treeQuery())
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <p key={language} className="quiet-line ways">
        <Link to={archivePath}>{say({ zh: '归档', en: 'Archive' })}</Link>
        <Link to={randomPath}>{say({ zh: '随便看一篇', en: 'Random article' })}</Link>
      </p>
      <CategoryTree tree={tree} />
    </div>
  )
}
