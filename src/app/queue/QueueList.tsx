import { articlePath } from '../../shared/addresses.ts'
import type { ArticleState } from '../history/article-state.ts'
import { useSay } from '../i18n/language.ts'
import { readingTime } from '../reading/reading-time.ts'
import { Link } from '../ui/Link.tsx'
import type { QueueItem } from './queue.ts'

interface QueueListProps {
  items: QueueItem[]
  states?: Record<string, ArticleState>
  /** The place of the article that was opened last. */
  at?: number
}

/** The articles of a queue in their order. */
export function QueueList({ items, states, at }: QueueListProps) {
  const say = useSay()
  return (
    <ol className="queue-list">
      {items.map(({ id, title, minutes }, index) => (
        <li key={id} data-read={states?.[id]?.isRead || undefined}>
          <Link to={articlePath(id)} aria-current={index === at ? 'step' : undefined}>
            <span className="title">{title}</span>
            <span className="queue-time">
              {states?.[id]?.isRead ? say({ zh: '已读', en: 'Read' }) : say(readingTime(minutes))}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
