import { useQuery } from '@tanstack/react-query'
import type { Summary } from '../../shared/article.ts'
import { statesQuery } from '../history/article-states.ts'
import { Entry } from './Entry.tsx'
import { useMoreButton } from './use-more-button.ts'

/** A list of articles, each title a heading of the level the page needs; those that were opened say how far they were read. */
export function ArticleList({ articles, heading }: { articles: Summary[]; heading: 'h2' | 'h3' }) {
  const { data: states } = useQuery(statesQuery(articles.map(article => article.id)))
  const More = useMoreButton()
  return (
    <ul className="articles">
      {articles.map((article, index) => (
        <Entry
          key={article.id}
          article={article}
          state={states?.[article.id]}
          heading={heading}
          isFirst={index < 2}
          More={More}
        />
      ))}
    </ul>
  )
}
