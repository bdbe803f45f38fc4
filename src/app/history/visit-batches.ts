import { openDatabase } from '../storage/database.ts'
import { asVisit, type Visit } from './visit.ts'

/** So many at once are read ten times as fast as one by one, and in less than 50 ms on a slow phone. */
const MOST = 512

/**
 * All visits, newest first, in batches: the first ones come at once, and between two the browser can paint and hear
 * the reader. Nothing else may be waited for between two of them, or storage takes the reading for done.
 *
 * @param range of the time at which they began
 * @param first how many the first batch holds; the following hold more and more
 */
export async function* visitBatches(
  range: IDBKeyRange | null,
  first: number,
  signal?: AbortSignal,
): AsyncGenerator<Visit[]> {
  const index = (await openDatabase()).transaction('visits').store.index('startedAt')
  let edge = await index.openKeyCursor(range, 'prev')
  let newest = edge?.key
  let size = Math.min(first, MOST)
  while (newest !== undefined && !signal?.aborted) {
    edge = (await edge?.advance(size)) ?? null
    size = Math.min(2 * size, MOST)
    // More of one moment than a batch holds stay together.
    if (edge?.key === newest) continue
    const oldest = edge?.key ?? range?.lower ?? Number.NEGATIVE_INFINITY
    const isOpen = edge ? true : (range?.lowerOpen ?? false)
    const records = await index.getAll(IDBKeyRange.bound(oldest, newest, isOpen))
    yield records
      .map(asVisit)
      .filter(visit => visit !== null)
      .reverse()
    newest = edge?.key
  }
}
