import { type ComponentType, memo } from 'react'
import { articlePath, categoryPath } from '../../shared/addresses.ts'
import type { Summary } from '../../shared/article.ts'
import type { ArticleState } from '../history/article-state.ts'
import { formatDate, formatPercent, minutesOf } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Cover } from '../ui/Cover.tsx'
import { Link } from '../ui/Link.tsx'
import { Twins } from './Twins.tsx'
import type { MoreProps } from './use-more-button.ts'
import './list.css'

interface EntryProps {
  article: Summary
  /** What the reader did with it, once that is known. */
  state: ArticleState | undefined
  heading: 'h2' | 'h3'
  /** Its picture is likely in view at once. */
  isFirst?: boolean
  /** An address leads to it. */
  hasAnchor?: boolean
  /** Where it stands, counted from 0, in a list of `total` of which only a part is in the page. */
  index?: number
  total?: number
  /** Leaves room for the name of its day. */
  isDayStart?: boolean
  /** What leads to what can be done with it, once that is there. */
  More: ComponentType<MoreProps> | null
}

/** One article of a list. */
export const Entry = memo(function Entry({
  article,
  state,
  heading: Heading,
  isFirst,
  hasAnchor,
  index,
  total,
  isDayStart,
  More,
}: EntryProps) {
  const say = useSay()
  const language = useLanguage()
  const { progress = 0, isRead = false, isSaved = false } = state ?? {}
  const { id, title, excerpt, date, minutes, cover, lang, twins } = article
  const category = article.categories[0]
  return (
    <li
      className="entry"
      id={hasAnchor ? id : undefined}
      data-read={isRead ? 'whole' : progress > 0 ? 'part' : undefined}
      data-index={index}
      data-day-start={isDayStart || undefined}
      aria-posinset={index === undefined ? undefined : index + 1}
      aria-setsize={total}
    >
      <div className="entry-text">
        <Heading lang={lang}>
          <Link to={articlePath(id)}>{title}</Link>
        </Heading>
        <p className="excerpt" lang={lang}>
          {excerpt}
        </p>
        <p key={language} className="meta">
          {category && <Link to={categoryPath(category.path)}>{category.names.at(-1)}</Link>}
          {date && <time dateTime={date}>{formatDate(date, language)}</time>}
          <span>{say(minutesOf(minutes))}</span>
          {(isRead || progress >= 0.01) && (
            <span className="read-mark">
              {isRead
                ? say({ zh: '已读', en: 'Read' })
                : say({
                    zh: '读到 {percent}',
                    en: '{percent} read',
                    percent: formatPercent(progress, language),
                  })}
            </span>
          )}
          {isSaved && <span className="read-mark">{say({ zh: '稍后读', en: 'Saved' })}</span>}
          {More && <More article={article} index={index} />}
        </p>
        {twins && <Twins article={article} twins={twins} />}
      </div>
      {cover && <Cover picture={cover} isEager={isFirst} />}
    </li>
  )
})
