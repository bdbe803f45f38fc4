import { useQuery } from '@tanstack/react-query'
import type { Summary } from '../../shared/article.ts'
import { statesQuery } from '../history/article-states.ts'
import { MutedLine } from '../mute/MutedLine.tsx'
import { useMuted } from '../mute/use-muted.ts'
import { Entry } from './Entry.tsx'
import { useMoreButton } from './use-more-button.ts'

/**
 * A list of articles, each title a heading of the level the page needs; those that were opened say how far they were read,
 * and what the reader muted is left out.
 */
export function ArticleList({ articles, heading }: { articles: Summary[]; heading: 'h2' | 'h3' }) {
  const { data: states } = useQuery(statesQuery(articles.map(article => article.id)))
  const More = useMoreButton()
  const { shown, isUnsifted, ...muted } = useMuted(articles)
  return (
    <>
      <ul className="articles" data-unsifted={isUnsifted}>
        {shown.map((article, index) => (
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
      <MutedLine {...muted} />
    </>
  )
}
