import { useQuery } from '@tanstack/react-query'
import { lazy, type RefObject, Suspense, useLayoutEffect, useRef, useState } from 'react'
import { listPath } from '../../shared/addresses.ts'
import type { CataloguePage } from '../../shared/article.ts'
import { statesQuery } from '../history/article-states.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { idle } from '../ui/idle.ts'
import { Link } from '../ui/Link.tsx'
import { articlesCounted } from './count.ts'
import { Entry } from './Entry.tsx'
import { firstOf, pageOf, placeAtFirst } from './list-place.ts'
import type { ListView, ListWindow, Row } from './list-window.ts'
import { Pager } from './Pager.tsx'

const MonthJump = lazy(() => import('./MonthJump.tsx'))

/** There once a list needed it: the next begins at once. */
let windowModule: typeof import('./list-window.ts') | undefined

/**
 * A list of any length. The page brings twenty articles and links to the other pages; with scripts the list goes on as
 * the reader scrolls, and only what is near the window is in the document.
 */
export function LongList({ page }: { page: CataloguePage }) {
  const say = useSay()
  const language = useLanguage()
  const list = useRef<HTMLUListElement>(null)
  const { view, jump } = useListWindow(list, page)
  const [firstRows] = useState(() => rowsAtFirst(page))
  const { data: states } = useQuery(statesQuery(page.articles.map(({ id }) => id)))
  const first = firstOf(page.page)
  const rows = view?.rows ?? firstRows
  const start = view?.start ?? first
  return (
    <>
      {view && (
        <Suspense>
          <MonthJump
            list={page.list}
            article={rows.find(({ index }) => index === view.top)?.article}
            jump={jump}
          />
        </Suspense>
      )}
      {start > 0 && (
        <p key={language} className="newer">
          <Link rel="prev" to={listPath(page.list, pageOf(start - 1))}>
            <span aria-hidden="true">↑</span>{' '}
            {say({
              zh: '较新的 {articles}',
              en: '{articles} before these',
              articles: articlesCounted(start),
            })}
          </Link>
        </p>
      )}
      <ul ref={list} className="articles">
        {view && <li className="room" style={{ height: view.before }} aria-hidden="true" />}
        {rows.map(({ index, article, state }) =>
          article ? (
            <Entry
              key={index}
              index={index}
              total={page.rows}
              article={article}
              state={state ?? states?.[article.id]}
              heading="h2"
              isFirst={index < first + 2}
              hasAnchor={page.subject.kind === 'month'}
            />
          ) : (
            <li
              key={index}
              className="entry pending"
              data-index={index}
              style={{ height: view?.rowHeight }}
              aria-hidden="true"
            />
          ),
        )}
        {view && <li className="room" style={{ height: view.after }} aria-hidden="true" />}
      </ul>
      <Pager list={page.list} page={view ? pageOf(rows.at(-1)?.index ?? 0) : page.page} pages={page.pages} />
    </>
  )
}

/** All of the page, as it was prerendered; where the list takes over at once, no more than a screen of it. */
function rowsAtFirst(list: CataloguePage): Row[] {
  const { page, articles } = list
  const rows = articles.map((article, index) => ({
    index: firstOf(page) + index,
    article,
    state: undefined,
  }))
  if (!windowModule) return rows
  const place = placeAtFirst(list)
  const start = Math.max(0, Math.min(rows.length - 8, place ? place.index - firstOf(page) : 0))
  return rows.slice(start, start + 8)
}

/** The part of the list that is to be seen; null as long as that is the page that was loaded. */
function useListWindow(list: RefObject<HTMLUListElement | null>, page: CataloguePage) {
  const [view, setView] = useState<ListView | null>(null)
  const current = useRef<ListWindow | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every page of a list is one of its own
  useLayoutEffect(() => {
    if (page.pages === 1) return
    const place = placeAtFirst(page)
    const leaving = new AbortController()
    const begin = (module: typeof import('./list-window.ts'), isCommitting: boolean) => {
      windowModule = module
      current.current = new module.ListWindow(list.current!, page, setView)
      current.current.begin(place, isCommitting)
    }
    if (windowModule) begin(windowModule, true)
    else
      loadWindow(list.current!, place !== null, leaving.signal).then(
        module => leaving.signal.aborted || begin(module, false),
        () => undefined, // its pages can still be turned
      )
    return () => {
      leaving.abort()
      current.current?.close()
    }
  }, [])

  useLayoutEffect(() => {
    if (view) current.current?.committed()
  }, [view])

  return { view, jump: (index: number) => current.current?.jumpTo(index) }
}

async function loadWindow(list: HTMLElement, isUrgent: boolean, signal: AbortSignal) {
  if (!isUrgent) await idle()
  const module = await import('./list-window.ts')
  // What comes after the list would move, and the reader may be about to press it.
  while (!isUrgent && !signal.aborted && list.getBoundingClientRect().bottom < innerHeight)
    await new Promise(resolve => addEventListener('scroll', resolve, { once: true, signal }))
  return module
}
