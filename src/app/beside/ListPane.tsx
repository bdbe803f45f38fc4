import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { articlePath, listPath } from '../../shared/addresses.ts'
import type { Article, CataloguePage, Summary } from '../../shared/article.ts'
import { articleQuery } from '../article/article-query.ts'
import { listName } from '../browse/list-name.ts'
import { PageSource } from '../browse/row-source.ts'
import { statesQuery } from '../history/article-states.ts'
import { formatDate, minutesOf } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { chooseSetting } from '../settings/settings.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { CloseButton } from '../ui/CloseButton.tsx'
import { Link } from '../ui/Link.tsx'
import css from './beside.css?inline'
import { listBesideQuery } from './find-in-list.ts'

/** A list beside one of its articles. It stays as it is while the reader goes from one article to the next. */
export default function ListPane({ id }: { id: string }) {
  adoptStyles(css)
  const { data: article } = useQuery({ ...articleQuery(id), enabled: false })
  return article ? <Pane article={article} /> : <aside className="list-pane" />
}

function Pane({ article }: { article: Article }) {
  const say = useSay()
  const [shown, setShown] = useState<string | null>(null)
  const { data: found, isError } = useQuery({
    ...listBesideQuery(article, shown),
    placeholderData: previous => previous,
  })
  const list = found?.first.list ?? null
  useEffect(() => setShown(list), [list])
  return (
    <aside className="list-pane" aria-label={say({ zh: '旁边的列表', en: 'List beside the article' })}>
      {found && (
        <>
          <header>
            <h2>
              <Link to={listPath(found.first.list)}>{listName(found.first.subject, say)}</Link>
            </h2>
            <CloseButton close={() => chooseSetting('beside', 'off')} />
          </header>
          <Rows key={found.first.list} first={found.first} row={found.row} id={article.id} />
        </>
      )}
      {isError && (
        <p className="quiet-line">
          {say({
            zh: '列表没能载入。有网络时会再试。',
            en: 'The list could not be loaded. It will be tried again.',
          })}
        </p>
      )}
    </aside>
  )
}

const ROW_HEIGHT = 84
/** Rows above the current one when the list is opened. */
const ABOVE = 2

function Rows({ first, row, id }: { first: CataloguePage; row: number; id: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [source] = useState(() => new PageSource(first, page => listPath(first.list, page)))
  const [, showNew] = useState(0)
  const virtualizer = useVirtualizer({
    count: source.total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    initialOffset: Math.max(0, row - ABOVE) * ROW_HEIGHT,
    overscan: 4,
  })
  const items = virtualizer.getVirtualItems()
  const [start, end] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]

  useEffect(() => {
    if (row >= 0) virtualizer.scrollToIndex(row, { align: 'auto' })
  }, [row, virtualizer])

  useEffect(() => {
    let isLeft = false
    const load = (index: number) =>
      source.load(index).then(
        isNew => isNew && !isLeft && showNew(count => count + 1),
        () => undefined, // its rows stay empty; it is asked for again when they come by
      )
    void load(start)
    void load(end)
    source.letGo((start + end) >> 1)
    return () => {
      isLeft = true
    }
  }, [source, start, end])

  const shown = items.flatMap(({ index }) => source.article(index) ?? [])
  const { data: states } = useQuery({
    ...statesQuery(shown.map(article => article.id)),
    placeholderData: previous => previous,
  })
  return (
    <div ref={box} className="list-pane-rows">
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const article = source.article(index)
          return (
            <li
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={source.total}
              style={{ transform: `translateY(${start}px)` }}
            >
              {article && (
                <Row article={article} isCurrent={article.id === id} isRead={states?.[article.id]?.isRead} />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface RowProps {
  article: Summary
  isCurrent: boolean
  isRead: boolean | undefined
}

function Row({ article, isCurrent, isRead }: RowProps) {
  const say = useSay()
  const language = useLanguage()
  const { title, date, minutes, lang, categories } = article
  return (
    <Link
      to={articlePath(article.id)}
      aria-current={isCurrent ? 'page' : undefined}
      data-read={isRead || undefined}
    >
      <span className="title" lang={lang}>
        {title}
      </span>
      <span className="meta">
        {categories[0] && <span>{categories[0].names.at(-1)}</span>}
        {date && <span>{formatDate(date, language)}</span>}
        <span>{isRead ? say({ zh: '已读', en: 'Read' }) : say(minutesOf(minutes))}</span>
      </span>
    </Link>
  )
}
