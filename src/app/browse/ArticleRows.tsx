import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment, type RefObject, useEffect, useState } from 'react'
import { PAGE_SIZE, type Summary } from '../../shared/article.ts'
import { statesQuery } from '../history/article-states.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
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
  /** Whether what the reader's rules hide shows all the same. */
  showsMuted?: boolean
}

/** Rows of a list, with the room of those that are not in the page. */
export function ArticleRows({ list, source, rows, view, isByDay, hasAnchors, showsMuted }: ArticleRowsProps) {
  const states = useStates(source, rows)
  const More = useMoreButton()
  const muter = useMuter()
  const isMuted = (article: Summary) => !showsMuted && muter !== undefined && muter(article) !== null
  return (
    <ul
      ref={list}
      className="articles"
      data-by-day={isByDay || undefined}
      data-unsifted={muter === undefined || undefined}
    >
      {view && <li className="room" style={{ height: view.before }} aria-hidden="true" />}
      {rows.map((row, at) => {
        const { index, article } = row
        const isDayStart = isByDay && article !== undefined && beginsDay(row, source)
        return (
          <Fragment key={index}>
            {/* Before the first row in any case: its day's heading stays in sight while its articles pass. */}
            {isByDay && article && (isDayStart || at === 0) && <Day date={article.date} />}
            {article && isMuted(article) ? (
              // The window counts on every row.
              <li
                className="entry muted"
                data-index={index}
                data-day-start={isDayStart || undefined}
                aria-hidden="true"
              />
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
  )
}

/** Where the reader came in there is a heading too, whatever was before. */
const beginsDay = ({ index, article, previous }: Row, { first }: RowSource): boolean =>
  index === 0 || index === first || (previous !== undefined && dayIn(previous) !== dayIn(article!))

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
