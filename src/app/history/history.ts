import { queryOptions } from '@tanstack/react-query'
import { changesOf } from '../storage/changes.ts'
import { openDatabase } from '../storage/database.ts'
import { asVisit, isUnfinished, type Visit } from './visit.ts'

/** After every change of visits; lists show them as states of their articles. */
const historyChanged = changesOf('history', ['history', 'states'])

/**
 * Visits, newest first.
 *
 * @param search only those whose title or author holds this, whatever the case
 * @param limit at most so many
 */
export const visitsQuery = (search: string, limit: number) =>
  queryOptions({
    queryKey: ['history', 'visits', search, limit],
    queryFn: () => readVisits(visit => matches(visit, search), limit),
    placeholderData: (previous: Visit[] | undefined) => previous,
  })

/** The last visits of the articles that were begun and not finished. */
export function readUnfinished(limit: number): Promise<Visit[]> {
  const seen = new Set<string>()
  // Only the last visit of an article says whether it is finished.
  const isNext = (visit: Visit) =>
    !seen.has(visit.articleId) && !!seen.add(visit.articleId) && isUnfinished(visit)
  return readVisits(isNext, limit)
}

async function readVisits(belongs: (visit: Visit) => boolean, limit: number): Promise<Visit[]> {
  const database = await openDatabase()
  const found: Visit[] = []
  let cursor = await database.transaction('visits').store.index('startedAt').openCursor(null, 'prev')
  while (cursor && found.length < limit) {
    const visit = asVisit(cursor.value)
    if (visit && belongs(visit)) found.push(visit)
    cursor = await cursor.continue()
  }
  return found
}

const matches = (visit: Visit, search: string) =>
  `${visit.title}\n${visit.author}`.toLowerCase().includes(search.trim().toLowerCase())

const visitsOf = (articleId: string) =>
  IDBKeyRange.bound([articleId, Number.NEGATIVE_INFINITY], [articleId, Number.POSITIVE_INFINITY])

/** The last visit of an article, or null. */
export async function lastVisit(articleId: string): Promise<Visit | null> {
  const database = await openDatabase()
  let cursor = await database
    .transaction('visits')
    .store.index('article')
    .openCursor(visitsOf(articleId), 'prev')
  while (cursor && !asVisit(cursor.value)) cursor = await cursor.continue()
  return cursor && asVisit(cursor.value)
}

export async function addVisits(visits: Visit[]): Promise<void> {
  const database = await openDatabase()
  const transaction = database.transaction('visits', 'readwrite')
  await Promise.all([...visits.map(visit => transaction.store.put(visit)), transaction.done])
  await historyChanged()
}

/**
 * Writes down how a visit goes on.
 *
 * @returns false if the visit was deleted meanwhile, perhaps in another tab: then it is over
 */
export async function updateVisit(visit: Visit): Promise<boolean> {
  const database = await openDatabase()
  const transaction = database.transaction('visits', 'readwrite')
  const exists = (await transaction.store.count(visit.id)) > 0
  if (exists) await transaction.store.put(visit)
  await transaction.done
  if (exists) await historyChanged()
  return exists
}

/**
 * Writes a visit down, whether it was there or not. It is asked for at once: while a page goes away, nothing that waits
 * for an answer would still run.
 */
export async function addVisit(visit: Visit): Promise<void> {
  const transaction = (await openDatabase()).transaction('visits', 'readwrite')
  void transaction.store.put(visit)
  transaction.commit()
  await transaction.done
  await historyChanged()
}

export async function deleteVisits(visits: Visit[]): Promise<void> {
  const database = await openDatabase()
  const transaction = database.transaction('visits', 'readwrite')
  await Promise.all([...visits.map(visit => transaction.store.delete(visit.id)), transaction.done])
  await historyChanged()
}

/** Deletes every visit and returns them, so that it can be undone. */
export async function clearHistory(): Promise<Visit[]> {
  const database = await openDatabase()
  const transaction = database.transaction('visits', 'readwrite')
  const visits = (await transaction.store.getAll()).map(asVisit).filter(visit => visit !== null)
  await transaction.store.clear()
  await transaction.done
  await historyChanged()
  return visits
}
