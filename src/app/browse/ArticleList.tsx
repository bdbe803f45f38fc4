import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { articlePath, categoryPath } from '../../shared/addresses.ts'
import type { Summary } from '../../shared/article.ts'
import { marksQuery } from '../history/marks.ts'
import { formatDate, minutesOf, percentOf } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Cover } from '../ui/Cover.tsx'
import './list.css'

/** A list of articles, each title a heading of the level the page needs; those that were opened say how far they were read. */
export function ArticleList({ articles, heading }: { articles: Summary[]; heading: 'h2' | 'h3' }) {
  const { data: marks } = useQuery(marksQuery(articles.map(article => article.id)))
  return (
    <ul className="articles">
      {articles.map((article, index) => (
        <Entry
          key={article.id}
          article={article}
          progress={marks?.[article.id]}
          heading={heading}
          isFirst={index < 2}
        />
      ))}
    </ul>
  )
}

interface EntryProps {
  article: Summary
  /** 0 to 1, or undefined if it was never opened. */
  progress: number | undefined
  heading: 'h2' | 'h3'
  isFirst: boolean
}

function Entry({ article, progress, heading: Heading, isFirst }: EntryProps) {
  const say = useSay()
  const language = useLanguage()
  const { id, title, excerpt, date, minutes, cover, lang } = article
  const category = article.categories[0]
  return (
    <li className="entry" data-read={progress === undefined ? undefined : progress >= 1 ? 'whole' : 'part'}>
      <div className="entry-text">
        <Heading lang={lang}>
          <Link to={articlePath(id)} viewTransition>
            {title}
          </Link>
        </Heading>
        <p className="excerpt" lang={lang}>
          {excerpt}
        </p>
        <p key={language} className="meta">
          {category && (
            <Link to={categoryPath(category.path)} viewTransition>
              {category.names.at(-1)}
            </Link>
          )}
          {date && <time dateTime={date}>{formatDate(date, language)}</time>}
          <span>{say(minutesOf(minutes))}</span>
          {progress !== undefined && progress >= 0.01 && (
            <span className="read-mark">
              {progress >= 1
                ? say({ zh: '已读', en: 'Read' })
                : say({
                    zh: `读到 ${percentOf(progress)}`,
                    en: `${percentOf(progress)} read`,
                  })}
            </span>
          )}
        </p>
      </div>
      {cover && <Cover picture={cover} isEager={isFirst} />}
    </li>
  )
}
