import { useEffect } from 'react'
import { articlePath, queuePath } from '../../shared/addresses.ts'
import { articleQuery } from '../article/article-query.ts'
import { queryClient } from '../data/query-client.ts'
import { useSay } from '../i18n/language.ts'
import { readingTime } from '../reading/reading-time.ts'
import type { Reading } from '../reading/tools.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Link } from '../ui/Link.tsx'
import { Strip } from '../ui/Strip.tsx'
import { followQueue, keptQueue, leaveQueue, type Queue } from './queue.ts'
import css from './queue-strip.css?inline'
import { useMinutesLeft } from './use-minutes-left.ts'

/** In an article of the queue: where in it the reader is, what is left of the time, and the way on. */
export default function QueueStrip({ article }: Reading) {
  const queue = keptQueue.use()
  const at = queue?.isFollowed ? queue.items.findIndex(({ id }) => id === article.id) : -1
  useEffect(() => {
    if (at >= 0) followQueue(at)
  }, [at])
  return queue && at >= 0 && <Followed queue={queue} at={at} />
}

function Followed({ queue, at }: { queue: Queue; at: number }) {
  const say = useSay()
  const left = useMinutesLeft(queue)
  const next = queue.items[at + 1]
  adoptStyles(css)
  useEffect(() => {
    // There at once when it is asked for; without a network the worker may have it.
    if (next) queryClient.prefetchQuery(articleQuery(next.id))
  }, [next])
  return (
    <Strip label={say({ zh: '我有几分钟', en: 'A few minutes' })} close={leaveQueue} isQuiet>
      <p className="queue-now">
        <Link
          to={queuePath}
          aria-label={say({
            zh: '这一组的第 {place} 篇，共 {count} 篇',
            en: 'Article {place} of {count} in this set',
            place: at + 1,
            count: queue.items.length,
          })}
        >
          {at + 1}/{queue.items.length}
        </Link>
        <span>
          {left > 0
            ? say({ zh: '还有 {time}', en: '{time} left', time: readingTime(left) })
            : say({ zh: '时间到了', en: 'Time is up' })}
        </span>
      </p>
      {next ? (
        <Link className="queue-next" to={articlePath(next.id)} title={next.title}>
          <span>
            {say({ zh: '下一篇', en: 'Next' })}
            <span className="next-title">{next.title}</span>
          </span>
          <span aria-hidden="true">→</span>
        </Link>
      ) : (
        <Link className="queue-next" to={queuePath}>
          {say({ zh: '读完了', en: 'All done' })} <span aria-hidden="true">→</span>
        </Link>
      )}
    </Strip>
  )
}
