import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import {
  archivePath,
  categoriesPath,
  categoryPath,
  listPath,
  parseListPath,
  withBase,
} from '../../shared/addresses.ts'
import type { CataloguePage, CategoryLink, CategorySubject } from '../../shared/article.ts'
import type { PageHead } from '../../shared/head.ts'
import { noteList } from '../beside/last-list.ts'
import { loadOrOpenKept } from '../data/kept-page.ts'
import { queryClient } from '../data/query-client.ts'
import { site } from '../data/site.ts'
import { formatNumber } from '../i18n/format.ts'
import { type Say, useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { articlesCounted } from './count.ts'
import { LongList } from './LongList.tsx'
import { listName } from './list-name.ts'
import { MonthCalendar } from './MonthCalendar.tsx'
import { catalogueQuery } from './queries.ts'
import { usePrefetch } from './use-prefetch.ts'

export async function loader({ request }: LoaderFunctionArgs): Promise<CataloguePage> {
  const { pathname } = new URL(request.url)
  const { list, page } = parseListPath(encodeParts(pathname.slice(withBase(site.base, '/').length)))
  return loadOrOpenKept(request, () => queryClient.ensureQueryData(catalogueQuery(list, page)))
}

export const handle = {
  head: ({ list, subject, page, pages, total }: CataloguePage, say: Say): PageHead => {
    const name = listName(subject, say)
    const place = subject.kind === 'category' && subject.names.length > 0 ? subject.names.join(' / ') : name
    return {
      title: page > 1 ? `${name} · ${say(pageNumber(page))}` : name,
      description: `${place} · ${say(articlesCounted(total))} · ${site.name}`,
      path: listPath(list, page),
      previous: page > 1 ? listPath(list, page - 1) : null,
      next: page < pages ? listPath(list, page + 1) : null,
    }
  },
}

/** The articles of a category and of everything below it, of an author or of a month, a page at a time. */
export function Component() {
  const say = useSay()
  const { list, page } = useLoaderData<typeof loader>()
  const { key } = useLocation()
  usePrefetch()
  useEffect(() => noteList(list), [list])
  const { data } = useSuspenseQuery(catalogueQuery(list, page))
  const { subject } = data
  return (
    <div className="narrow category">
      {subject.kind === 'category' && <Breadcrumbs category={subject} />}
      {subject.kind === 'month' && <ArchiveLink />}
      <h1 tabIndex={-1}>{listName(subject, say)}</h1>
      <p className="quiet-line">
        {subject.kind === 'author' && `${say({ zh: '作者', en: 'Author' })} · `}
        {say(articlesCounted(data.total))}
        {page > 1 && ` · ${say(pageNumber(page))}`}
      </p>
      {subject.kind === 'category' && (
        <>
          <Namesakes of={subject} />
          <Subcategories of={subject} />
        </>
      )}
      {subject.kind === 'month' && <MonthCalendar list={list} subject={subject} />}
      {data.articles.length > 0 ? (
        // Another page of the list begins anew, at its own place.
        <LongList key={`${key} ${list} ${page}`} page={data} />
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

const pageNumber = (page: number) => ({ zh: '第 {page} 页', en: 'page {page}', page })

/** The largest categories directly below this one, and the way to all. */
function Subcategories({ of: { path, children, childCount } }: { of: CategorySubject }) {
  const say = useSay()
  const language = useLanguage()
  if (childCount === 0) return null
  return (
    <nav aria-label={say({ zh: '下级分类', en: 'Subcategories' })}>
      <ul className="chips">
        {children.map(child => (
          <li key={child.path}>
            <Link to={categoryPath(child.path)}>
              {child.names.at(-1)} <span className="count">{formatNumber(child.count, language)}</span>
            </Link>
          </li>
        ))}
        {childCount > children.length && (
          <li key={language}>
            <Link to={`${categoriesPath}${path && `#${path}`}`}>
              {say({ zh: '全部 {count} 个', en: 'All {count}', count: childCount })}{' '}
              <span aria-hidden="true">→</span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** A source may stand below several sections. */
function Namesakes({ of: { namesakes } }: { of: CategorySubject }) {
  const say = useSay()
  if (namesakes.length === 0) return null
  return (
    <nav className="namesakes" aria-label={say({ zh: '同名的分类', en: 'Categories of the same name' })}>
      <span>{say({ zh: '也在', en: 'Also in' })}</span>
      <ul>
        {namesakes.map(({ names, path }) => (
          <li key={path}>
            <Link to={categoryPath(path)}>{names.join(' / ')}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ArchiveLink() {
  const say = useSay()
  return (
    <nav className="breadcrumbs" aria-label={say({ zh: '所在位置', en: 'Breadcrumb' })}>
      <ol>
        <li>
          <Link to={archivePath}>{say({ zh: '归档', en: 'Archive' })}</Link>
        </li>
      </ol>
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
