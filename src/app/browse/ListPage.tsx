import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { type LoaderFunctionArgs, useLoaderData, useLocation, useNavigate } from 'react-router'
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
import { encodeParts } from './encode-parts.ts'
import { ListTools } from './ListTools.tsx'
import { LongList } from './LongList.tsx'
import { type ListFilter, noFilter, readFilter, writeFilter } from './list-filter.ts'
import { ListIdsContext, type ReadIds } from './list-ids.ts'
import { useLayoutOf } from './list-look.ts'
import { listName } from './list-name.ts'
import { MonthCalendar } from './MonthCalendar.tsx'
import { Namesakes } from './Namesakes.tsx'
import { catalogueQuery } from './queries.ts'
import { usePrefetch } from './use-prefetch.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url)
  const { list, page } = parseListPath(encodeParts(pathname.slice(withBase(site.base, '/').length)))
  const query = catalogueQuery(list, page)
  const data = await loadOrOpenKept(request, () => queryClient.ensureQueryData(query))
  return { ...data, chosen: await loadChosen(data, pathname, search) }
}

/**
 * The articles that the address asks for, with what shows them; null where it asks for all of the list, undefined where
 * they cannot be had.
 */
async function loadChosen(page: CataloguePage, pathname: string, search: string) {
  const asked = writeFilter(readFilter(search))
  if (!asked) return null
  try {
    const { ChosenList, ChosenCount, chosenQuery } = await import('./ChosenList.tsx')
    const query = chosenQuery(page, asked)
    // Back, and a reload, lead to what was there, with what has been read since.
    const isBack = location.pathname === pathname && location.search === search
    if (!isBack) queryClient.removeQueries(query)
    return { ChosenList, ChosenCount, source: await queryClient.ensureQueryData(query) }
  } catch {
    return undefined
  }
}

export const handle = {
  head: ({ list, subject, page, total }: CataloguePage, say: Say): PageHead => {
    const name = listName(subject, say)
    const place = subject.kind === 'category' && subject.names.length > 0 ? subject.names.join(' / ') : name
    return {
      title: page > 1 ? `${name} · ${say(pageNumber(page))}` : name,
      description: `${place} · ${say(articlesCounted(total))} · ${site.name}`,
      path: listPath(list, page),
      previous: page > 1 ? listPath(list, page - 1) : null,
    }
  },
}

/** The articles of a category and of everything below it, of an author or of a month, a page at a time. */
export function Component() {
  const say = useSay()
  const { list, page, chosen: loaded } = useLoaderData<typeof loader>()
  const { key } = useLocation()
  usePrefetch()
  useEffect(() => noteList(list), [list])
  const { data } = useSuspenseQuery(catalogueQuery(list, page))
  const { subject } = data
  const { filter, change } = useFilter(list)
  const chosen = writeFilter(filter) ? loaded : null
  const source = chosen?.source
  const readIds: ReadIds = useMemo(
    () => async (start, end) => {
      await source?.readAll()
      return source ? source.ids(start, end) : (await import('./list-index.ts')).readIds(data, start, end)
    },
    [source, data],
  )
  return (
    <div className="narrow category">
      {subject.kind === 'category' && <Breadcrumbs category={subject} />}
      {subject.kind === 'month' && <ArchiveLink />}
      <h1 tabIndex={-1}>{listName(subject, say)}</h1>
      <div className="list-line">
        <p className="quiet-line">
          {subject.kind === 'author' && `${say({ zh: '作者', en: 'Author' })} · `}
          {chosen ? (
            <chosen.ChosenCount source={chosen.source} total={data.rows} />
          ) : (
            say(articlesCounted(data.total))
          )}
          {page > 1 && !chosen && ` · ${say(pageNumber(page))}`}
        </p>
        {data.articles.length > 0 && (
          <ListTools
            page={data}
            filter={filter}
            change={change}
            readIds={() => readIds(0, Number.POSITIVE_INFINITY)}
          />
        )}
      </div>
      {subject.kind === 'category' && (
        <>
          <Namesakes lead={{ zh: '也在', en: 'Also in' }} links={subject.namesakes} />
          <Subcategories of={subject} />
        </>
      )}
      {subject.kind === 'month' && <MonthCalendar list={list} subject={subject} />}
      <ListIdsContext value={readIds}>
        {chosen === undefined && <NotChosen clear={() => change(noFilter)} />}
        {chosen ? (
          <chosen.ChosenList key={key} source={chosen.source} filter={filter} change={change} />
        ) : data.articles.length > 0 ? (
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
      </ListIdsContext>
    </div>
  )
}

/** What the address asks for, and the way to ask for something else. */
function useFilter(list: string) {
  const { search } = useLocation()
  const navigate = useNavigate()
  const isAlive = useIsAlive()
  useLayoutOf(search)
  const filter = readFilter(isAlive ? search : '')
  const change = (next: ListFilter) => {
    const top = document.querySelector('.list-line')
    if (top && top.getBoundingClientRect().top < 0) top.scrollIntoView({ behavior: 'instant' })
    const layout = new URLSearchParams(search).get('layout')
    const asked = [writeFilter(next).slice(1), layout && `layout=${layout}`].filter(Boolean).join('&')
    // What is asked on the way is no place to go back to.
    const isOnTheWay = writeFilter(filter) !== '' && writeFilter(next) !== ''
    void navigate(`${listPath(list)}${asked && `?${asked}`}`, {
      preventScrollReset: true,
      replace: isOnTheWay,
    })
  }
  return { filter, change }
}

/** A prerendered page shows all of the list until it has come alive; it is out of sight as long as it is asked for a part. */
function useIsAlive(): boolean {
  const [isAlive, setAlive] = useState(
    () => !import.meta.env.SSR && 'ready' in document.documentElement.dataset,
  )
  useEffect(() => setAlive(true), [])
  useEffect(() => {
    if (isAlive) delete document.documentElement.dataset.asked
  }, [isAlive])
  return isAlive
}

function NotChosen({ clear }: { clear: () => void }) {
  const say = useSay()
  const { key } = useLocation()
  return (
    <p key={key} className="empty" role="alert">
      {say({
        zh: '筛选要用的目录没有取到，下面是全部文章。联网后再试一次。',
        en: 'What filters need could not be had; this is all of the list. Try again with a network.',
      })}{' '}
      <button type="button" className="button quiet" onClick={clear}>
        {say({ zh: '清除筛选', en: 'Clear filters' })}
      </button>
    </p>
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
