import { useSuspenseQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router'
import {
  archivePath,
  categoriesPath,
  categoryList,
  homePath,
  listPath,
  queuePath,
  savedPath,
} from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { loadOrOpenKept } from '../data/kept-page.ts'
import { queryClient } from '../data/query-client.ts'
import { site } from '../data/site.ts'
import { ContinueShelf } from '../history/ContinueShelf.tsx'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { ArticleList } from './ArticleList.tsx'
import { CategoryTree } from './CategoryTree.tsx'
import { catalogueQuery, digestQuery } from './queries.ts'
import { usePrefetch } from './use-prefetch.ts'

const everything = categoryList('')

export async function loader({ request }: LoaderFunctionArgs) {
  await loadOrOpenKept(request, () =>
    Promise.all([
      queryClient.ensureQueryData(digestQuery()),
      queryClient.ensureQueryData(catalogueQuery(everything, 1)),
    ]),
  )
  return null
}

export const handle = {
  head: (): PageHead => ({
    title: '',
    description: site.description,
    path: homePath,
  }),
}

/** The latest articles, what to go on with, and the largest categories. */
export function Component() {
  const say = useSay()
  usePrefetch()
  const language = useLanguage()
  const { data: digest } = useSuspenseQuery(digestQuery())
  const { data: latest } = useSuspenseQuery(catalogueQuery(everything, 1))
  return (
    <div className="home">
      <h1 className="visually-hidden" tabIndex={-1}>
        {site.name}
      </h1>
      <ContinueShelf />
      <section className="latest" aria-labelledby="latest">
        <div key={language} className="home-line">
          <h2 id="latest">{say({ zh: '最新', en: 'Latest' })}</h2>
          <Link to={savedPath}>{say({ zh: '稍后读', en: 'Saved' })}</Link>
          <Link to={queuePath}>{say({ zh: '我有几分钟', en: 'A few minutes' })}</Link>
        </div>
        <ArticleList articles={latest.articles} heading="h3" />
        {latest.pages > 1 && (
          <p className="more">
            <Link to={listPath(everything, 2)}>
              {say({ zh: '更早的文章', en: 'Earlier articles' })} <span aria-hidden="true">→</span>
            </Link>
          </p>
        )}
      </section>
      <aside aria-labelledby="categories">
        <h2 id="categories">{say({ zh: '分类', en: 'Categories' })}</h2>
        <CategoryTree tree={digest.largest} />
        <p key={language} className="more">
          <Link to={categoriesPath}>
            {say({
              zh: '全部 {count} 个分类',
              en: 'All {count} categories',
              count: digest.total,
            })}{' '}
            <span aria-hidden="true">→</span>
          </Link>
        </p>
        <p className="more">
          <Link to={archivePath}>
            {say({ zh: '按年月归档', en: 'Archive by month' })} <span aria-hidden="true">→</span>
          </Link>
        </p>
      </aside>
    </div>
  )
}
