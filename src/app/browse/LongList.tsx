import { type ComponentProps, useRef, useState } from 'react'
import { listPath } from '../../shared/addresses.ts'
import type { CataloguePage } from '../../shared/article.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { MutedLine } from '../mute/MutedLine.tsx'
import { useMuted } from '../mute/use-muted.ts'
import { Link } from '../ui/Link.tsx'
import { useLater } from '../ui/use-later.ts'
import { ArticleRows, isRichInDays } from './ArticleRows.tsx'
import { articlesCounted } from './count.ts'
import { useKeptChoice } from './list-look.ts'
import { pageOf, placeAtFirst } from './list-place.ts'
import { Pager } from './Pager.tsx'
import { PageSource } from './row-source.ts'
import { useListWindow } from './use-list-window.ts'

/**
 * A list of any length. The page brings twenty articles and links to the other pages; with scripts the list goes on as
 * the reader scrolls, and only what is near the window is in the document.
 */
export function LongList({ page }: { page: CataloguePage }) {
  const say = useSay()
  const language = useLanguage()
  const list = useRef<HTMLUListElement>(null)
  const [source] = useState(() => new PageSource(page, number => listPath(page.list, number)))
  const { view, rows, jump } = useListWindow(list, source, {
    isLong: page.pages > 1,
    placeAtFirst: () => placeAtFirst(page),
  })
  const isByDay = useKeptChoice('groupByDay') !== 'off' && isRichInDays(page.articles)
  const muted = useMuted(page.articles)
  const start = view?.start ?? source.first
  return (
    <>
      {view && (
        <LaterMonthJump
          list={page.list}
          article={rows.find(({ index }) => index === view.top)?.article}
          jump={jump}
        />
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
      <MutedLine {...muted} isOfMore={page.pages > 1} />
      <ArticleRows
        list={list}
        source={source}
        rows={rows}
        view={view}
        isByDay={isByDay}
        hasAnchors={page.subject.kind === 'month'}
        showsMuted={muted.isAllShown}
      />
      <Pager list={page.list} page={view ? pageOf(rows.at(-1)?.index ?? 0) : page.page} pages={page.pages} />
    </>
  )
}

/** What a list does without where its script is gone with a version. */
function LaterMonthJump(props: ComponentProps<typeof import('./MonthJump.tsx').default>) {
  const MonthJump = useLater(() => import('./MonthJump.tsx'))
  return MonthJump && <MonthJump {...props} />
}
