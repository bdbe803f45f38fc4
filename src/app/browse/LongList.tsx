import { lazy, Suspense, useRef, useState } from 'react'
import { categoryPath } from '../../shared/addresses.ts'
import type { CataloguePage } from '../../shared/article.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { ArticleRows, isRichInDays } from './ArticleRows.tsx'
import { articlesCounted } from './count.ts'
import { useKeptChoice } from './list-look.ts'
import { pageOf } from './list-place.ts'
import { Pager } from './Pager.tsx'
import { PageSource } from './row-source.ts'
import { useListWindow } from './use-list-window.ts'

const MonthJump = lazy(() => import('./MonthJump.tsx'))

/**
 * A list of any length. The page brings twenty articles and links to the other pages; with scripts the list goes on as
 * the reader scrolls, and only what is near the window is in the document.
 */
export function LongList({ page }: { page: CataloguePage }) {
  const say = useSay()
  const language = useLanguage()
  const list = useRef<HTMLUListElement>(null)
  const path = page.category.path
  const [source] = useState(() => new PageSource(page, number => categoryPath(path, number)))
  const { view, rows, jump } = useListWindow(list, source, page.pages > 1)
  const isByDay = useKeptChoice('groupByDay') !== 'off' && isRichInDays(page.articles)
  const start = view?.start ?? source.first
  return (
    <>
      {view && (
        <Suspense>
          <MonthJump
            path={path}
            article={rows.find(({ index }) => index === view.top)?.article}
            jump={jump}
          />
        </Suspense>
      )}
      {start > 0 && (
        <p key={language} className="newer">
          <Link rel="prev" to={categoryPath(path, pageOf(start - 1))}>
            <span aria-hidden="true">↑</span>{' '}
            {say({
              zh: `较新的 ${articlesCounted(start).zh}`,
              en: `${articlesCounted(start).en} before these`,
            })}
          </Link>
        </p>
      )}
      <ArticleRows list={list} source={source} rows={rows} view={view} isByDay={isByDay} />
      <Pager path={path} page={view ? pageOf(rows.at(-1)?.index ?? 0) : page.page} pages={page.pages} />
    </>
  )
}
