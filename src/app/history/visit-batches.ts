import { openDatabase } from '../storage/database.ts'
import { asVisit, type Visit } from './visit.ts'

/** A phone that is four times as slow as a desk reads so many in some 10 ms. */
const BATCH = 256

/**
 * All visits, newest first, in batches: between two the browser can paint and hear the reader. Nothing else may be
 * waited for between two of them, or storage takes the reading for done.
 *
 * @param range of the time at which they began
 * @param first how many will do to begin with
 */
export async function* visitBatches(
  range: IDBKeyRange | null,
  { signal, first = BATCH }: { signal?: AbortSignal | undefined; first?: number } = {},
): AsyncGenerator<Visit[]> {
  const index = (await openDatabase()).transaction('visits').store.index('startedAt')
  let edge = await index.openKeyCursor(range, 'prev')
  let newest = edge?.key
  let size = Math.min(first, BATCH)
  while (newest !== undefined && !signal?.aborted) {
    edge = (await edge?.advance(size)) ?? null
    size = BATCH
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
