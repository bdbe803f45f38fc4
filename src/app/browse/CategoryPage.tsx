import { useSuspenseQuery } from '@tanstack/react-query'
import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { categoriesPath, categoryPath, parseCategoryPath, withBase } from '../../shared/addresses.ts'
import type { CataloguePage, CategoryLink } from '../../shared/article.ts'
import type { PageHead } from '../../shared/head.ts'
import { LoadError } from '../data/fetch-json.ts'
import { loadOrOpenKept } from '../data/kept-page.ts'
import { queryClient } from '../data/query-client.ts'
import { site } from '../data/site.ts'
import { type Say, useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { articlesCounted, formatCount } from './count.ts'
import { LongList } from './LongList.tsx'
import { catalogueQuery } from './queries.ts'
import { usePrefetch } from './use-prefetch.ts'

const allArticles = { zh: '全部文章', en: 'All articles' }

export async function loader({ request }: LoaderFunctionArgs): Promise<CataloguePage> {
  const { pathname } = new URL(request.url)
  const place = parseCategoryPath(encodeParts(pathname.slice(withBase(site.base, '/c/').length)))
  if (!place) throw new LoadError('missing', pathname)
  return loadOrOpenKept(request, () => queryClient.ensureQueryData(catalogueQuery(place.path, place.page)))
}

export const handle = {
  head: ({ category, page, total }: CataloguePage, say: Say): PageHead => {
    const name = category.names.at(-1) ?? say(allArticles)
    const place = category.names.join(' / ') || say(allArticles)
    return {
      title: page > 1 ? `${name} · ${say(pageNumber(page))}` : name,
      description: `${place} · ${say(articlesCounted(total))} · ${site.name}`,
      path: categoryPath(category.path, page),
      previous: page > 1 ? categoryPath(category.path, page - 1) : null,
    }
  },
}

/** The articles of a category and of everything below it, a page at a time. */
export function Component() {
  const say = useSay()
  const { category, page } = useLoaderData<typeof loader>()
  const { key } = useLocation()
  usePrefetch()
  const { data } = useSuspenseQuery(catalogueQuery(category.path, page))
  return (
    <div className="narrow category">
      <Breadcrumbs category={category} />
      <h1 tabIndex={-1}>{category.names.at(-1) ?? say(allArticles)}</h1>
      <p className="quiet-line">
        {say(articlesCounted(data.total))}
        {page > 1 && ` · ${say(pageNumber(page))}`}
      </p>
      <Subcategories list={data} />
      {data.articles.length > 0 ? (
        // Another page of the list begins anew, at its own place.
        <LongList key={`${key} ${category.path} ${page}`} page={data} />
      ) : (
        <p className="empty">
          {say({
            zh: '这里还没有文章。把文章放进 seeds/ 文件夹，再构建一次。',
            en: 'No articles yet. Put some into the seeds/ folder and build again.',
          })}
        </p>
      )}
    </div>
  )
}

const pageNumber = (page: number) => ({
  zh: `第 ${page} 页`,
  en: `page ${page}`,
})

/** The largest categories directly below this one, and the way to all. */
function Subcategories({ list: { category, children, childCount } }: { list: CataloguePage }) {
  const say = useSay()
  const language = useLanguage()
  if (childCount === 0) return null
  const all = formatCount(childCount, language)
  return (
    <nav aria-label={say({ zh: '下级分类', en: 'Subcategories' })}>
      <ul className="chips">
        {children.map(child => (
          <li key={child.path}>
            <Link to={categoryPath(child.path)}>
              {child.names.at(-1)} <span className="count">{formatCount(child.count, language)}</span>
            </Link>
          </li>
        ))}
        {childCount > children.length && (
          <li key={language}>
            <Link to={`${categoriesPath}${category.path && `#${category.path}`}`}>
              {say({ zh: `全部 ${all} 个`, en: `All ${all}` })} <span aria-hidden="true">→</span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** The way from the whole site down to a category; the category itself is the page's title. */
function Breadcrumbs({ category }: { category: CategoryLink }) {
  const say = useSay()
  const language = useLanguage()
  if (category.names.length === 0) return null
  const parts = category.path.split('/')
  return (
    <nav key={language} className="breadcrumbs" aria-label={say({ zh: '所在位置', en: 'Breadcrumb' })}>
      <ol>
        <li>
          <Link to={categoryPath('')}>{say({ zh: '全部', en: 'All' })}</Link>
        </li>
        {category.names.slice(0, -1).map((name, index) => (
          <li key={parts[index]}>
            <Link to={categoryPath(parts.slice(0, index + 1).join('/'))}>{name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Encodes each part of a path as the build does, whichever way the address was typed. */
function encodeParts(path: string): string {
  try {
    return path
      .split('/')
      .map(part => encodeURIComponent(decodeURIComponent(part)))
      .join('/')
  } catch {
    return path
  }
}
