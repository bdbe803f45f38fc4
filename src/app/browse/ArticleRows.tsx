import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment, type RefObject, useEffect, useMemo, useState } from 'react'
import { PAGE_SIZE, type Summary } from '../../shared/article.ts'
import { statesQuery } from '../history/article-states.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { MutedLine } from '../mute/MutedLine.tsx'
import { useMuter } from '../mute/use-muted.ts'
import { dayOf, formatDay, formatNearDay } from './day.ts'
import { Entry } from './Entry.tsx'
import type { ListView, Row } from './list-window.ts'
import type { RowSource } from './row-source.ts'
import { useMoreButton } from './use-more-button.ts'

interface ArticleRowsProps {
  list: RefObject<HTMLUListElement | null>
  source: RowSource
  rows: Row[]
  view: ListView | null
  /** Whether the days have headings; then their articles' are of the next level. */
  isByDay: boolean
  /** Whether addresses lead to single articles. */
  hasAnchors?: boolean
}

/** Rows of a list, with the room of those that are not in the page. */
export function ArticleRows({ list, source, rows, view, isByDay, hasAnchors }: ArticleRowsProps) {
  const states = useStates(source, rows)
  const More = useMoreButton()
  const muter = useMuter()
  const [isAllShown, setAllShown] = useState(false)
  const isMuted = (article: Summary) => !isAllShown && !!muter?.(article)
  /** Those that have come by. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rules hide others
  const mutedIds = useMemo(() => new Set<string>(), [muter])
  for (const { article } of rows) if (article && muter?.(article)) mutedIds.add(article.id)
  const firstShown = rows.findIndex(({ article }) => article && !isMuted(article))
  return (
    <>
      <ul
        ref={list}
        className="articles"
        data-by-day={isByDay || undefined}
        data-unsifted={muter === undefined || undefined}
      >
        {view && <li className="room" style={{ height: view.before }} aria-hidden="true" />}
        {rows.map((row, at) => {
          const { index, article } = row
          const isDayStart = isByDay && article !== undefined && beginsDay(row, source, isMuted)
          return (
            <Fragment key={index}>
              {/* Before the first in any case: its day's heading stays in sight while its articles pass. */}
              {isByDay && article && (isDayStart || at === firstShown) && <Day date={article.date} />}
              {article && isMuted(article) ? (
                // Rows keep their numbers; this one takes no room.
                <li className="muted-entry" data-index={index} aria-hidden="true" />
              ) : article ? (
                <Entry
                  index={index}
                  total={source.total}
                  article={article}
                  state={states?.[article.id]}
                  heading={isByDay ? 'h3' : 'h2'}
                  isFirst={index < source.first + 2}
                  isDayStart={isDayStart}
                  hasAnchor={hasAnchors}
                  More={More}
                />
              ) : (
                <li
                  className="entry pending"
                  data-index={index}
                  style={{ height: view?.rowHeight }}
                  aria-hidden="true"
                />
              )}
            </Fragment>
          )
        })}
        {view && <li className="room" style={{ height: view.after }} aria-hidden="true" />}
      </ul>
      <MutedLine mutedCount={mutedIds.size} isAllShown={isAllShown} setAllShown={setAllShown} />
    </>
  )
}

/** Where the reader came in there is a heading too, whatever was before. */
function beginsDay(
  { index, article }: Row,
  source: RowSource,
  isMuted: (article: Summary) => boolean,
): boolean {
  if (isMuted(article!)) return false
  let before = index - 1
  let previous = source.article(before)
  while (previous && isMuted(previous) && before >= source.first) previous = source.article(--before)
  if (before < 0 || before === source.first - 1) return true
  return previous !== undefined && dayIn(previous) !== dayIn(article!)
}

const dayIn = ({ date }: Summary) => date && dayOf(date)

/** What the reader did with the articles of the rows, and of those around them. */
function useStates(source: RowSource, rows: Row[]) {
  const start = Math.floor((rows[0]?.index ?? 0) / PAGE_SIZE) * PAGE_SIZE
  const end = Math.ceil(((rows.at(-1)?.index ?? 0) + 1) / PAGE_SIZE) * PAGE_SIZE
  const ids: string[] = []
  for (let index = start; index < end; index++) {
    const id = source.article(index)?.id
    if (id) ids.push(id)
  }
  const query = { ...statesQuery(ids), placeholderData: keepPreviousData, gcTime: 30_000 }
  return useQuery(query).data
}

/** The name of a day. It takes no room of its own: the first row of the day leaves it some. */
function Day({ date }: { date: string | null }) {
  const say = useSay()
  const language = useLanguage()
  const [now, setNow] = useState<number | null>(null)
  // A page that was built on another day does not know.
  useEffect(() => setNow(Date.now()), [])
  const day = date && dayOf(date)
  const near = day && now && formatNearDay(day, now, language)
  return (
    <li className="day-name">
      <h2>
        {day ? formatDay(day, language) : say({ zh: '没有日期', en: 'Undated' })}
        {near && <small> {near}</small>}
      </h2>
    </li>
  )
}

/** Days are worth their headings where most have several articles. */
export const isRichInDays = (articles: Summary[]): boolean =>
  new Set(articles.map(dayIn)).size * 2 <= articles.length
