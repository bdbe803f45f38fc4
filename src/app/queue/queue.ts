import { keepNowOrLater } from '../offline/keep-later.ts'
import { keptValue } from '../storage/kept-value.ts'
import { isArticleId } from '../storage/records.ts'
import { siteName } from '../storage/site-name.ts'

/** An article of a queue, as it was called when the queue was made. */
export interface QueueItem {
  id: string
  title: string
  /** Minutes that this reader will need. */
  minutes: number
}

/** Articles that the reader goes through one after another, in a time of so many minutes. */
export interface Queue {
  items: QueueItem[]
  minutes: number
  /** Milliseconds since 1970. */
  startedAt: number
  /** The place of the article that was opened last. */
  at: number
  /** Whether articles say where in the queue they are. */
  isFollowed: boolean
}

/** The queue that was begun last, or null. */
export const keptQueue = keptValue<Queue | null>(`${siteName}.queue`, asQueue)

function asQueue(kept: unknown): Queue | null {
  const { items, minutes, startedAt, at, isFollowed } = (kept ?? {}) as Partial<Queue>
  const isWhole =
    Array.isArray(items) &&
    items.length > 0 &&
    items.every(
      ({ id, title, minutes }) => isArticleId(id) && typeof title === 'string' && Number.isFinite(minutes),
    ) &&
    [minutes, startedAt].every(Number.isFinite) &&
    Number.isInteger(at) &&
    at! >= 0 &&
    at! < items.length &&
    typeof isFollowed === 'boolean'
  return isWhole ? (kept as Queue) : null
}

/** Begins a queue now, and has its articles kept for reading without a network. */
export function startQueue(items: QueueItem[], minutes: number): void {
  keptQueue.set({ items, minutes, startedAt: Date.now(), at: 0, isFollowed: true })
  for (const { id } of items) keepNowOrLater(id, false)
}

/** Goes on with the queue there is, from an article. */
export function followQueue(at: number): void {
  const queue = keptQueue.get()
  if (queue && (queue.at !== at || !queue.isFollowed)) keptQueue.set({ ...queue, at, isFollowed: true })
}

/** Articles no longer say where in the queue they are; the queue stays. */
export function leaveQueue(): void {
  const queue = keptQueue.get()
  if (queue) keptQueue.set({ ...queue, isFollowed: false })
}

/** What is left of the time, in whole minutes; 0 once it is over. */
export const minutesLeft = ({ minutes, startedAt }: Queue, now: number): number =>
  Math.max(0, Math.ceil(minutes - (now - startedAt) / 60_000))
