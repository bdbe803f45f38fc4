import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { articlePath } from '../../shared/addresses.ts'
import { statesQuery } from '../history/article-states.ts'
import { useSay } from '../i18n/language.ts'
import { readingTime } from '../reading/reading-time.ts'
import { toast } from '../ui/toast.ts'
import { undo } from '../ui/undo.ts'
import { QueueList } from './QueueList.tsx'
import { followQueue, keptQueue, type Queue } from './queue.ts'
import { useMinutesLeft } from './use-minutes-left.ts'

/** The queue that was begun: what is read of it, and the way on. */
export function RunningQueue({ queue }: { queue: Queue }) {
  const say = useSay()
  const navigate = useNavigate()
  const { items, at } = queue
  const { data: states } = useQuery(statesQuery(items.map(({ id }) => id)))
  const left = useMinutesLeft(queue)
  const isUnread = ({ id }: { id: string }) => !states?.[id]?.isRead
  // On from where the reader was; what was passed over comes after that.
  const next = [...items.slice(at), ...items.slice(0, at)].find(isUnread)
  const goOn = () => {
    if (!next) return
    followQueue(items.indexOf(next))
    void navigate(articlePath(next.id))
  }
  const end = () => {
    keptQueue.set(null)
    document.querySelector<HTMLElement>('main h1')?.focus()
    toast({
      words: { zh: '这一组已放下', en: 'The set is put away' },
      action: { words: undo, run: () => keptQueue.set(queue) },
    })
  }
  return (
    <section aria-label={say({ zh: '这一组', en: 'This set' })}>
      <p className="queue-left" role="status">
        {states && !next
          ? say({ zh: '这一组读完了。', en: 'You have read them all.' })
          : left > 0
            ? say({ zh: '还有 {time}', en: '{time} left', time: readingTime(left) })
            : say({ zh: '时间到了，想读就接着读。', en: 'Time is up. Read on if you like.' })}
      </p>
      <QueueList items={items} states={states} at={at} />
      <div className="actions">
        {next && (
          <button type="button" className="button" onClick={goOn}>
            {say({ zh: '接着读', en: 'Read on' })}
          </button>
        )}
        <button type="button" className={next ? 'button quiet' : 'button'} onClick={end}>
          {say({ zh: '另配一组', en: 'A new set' })}
        </button>
      </div>
    </section>
  )
}
