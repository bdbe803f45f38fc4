import { queryOptions } from '@tanstack/react-query'
import { queryClient } from '../data/query-client.ts'
import { deviceIn, openDatabase } from '../storage/database.ts'
import { changeRecords, clearRecords, deleteRecords, putAtOnce, putRecords } from '../storage/write.ts'
import { horizon } from './clock.ts'
import { asVisit, isUnfinished, sourceOf, type Visit } from './visit.ts'
import { visitBatches } from './visit-batches.ts'
import { everyVisit, matcherOf, rangeOf, type VisitFilter } from './visit-filter.ts'

/** Visits, newest first, at most so many. Of what takes long to find, the first are there before the rest. */
export const visitsQuery = (filter: VisitFilter, limit: number) => {
  const queryKey = ['history', 'visits', filter, limit]
  return queryOptions({
    queryKey,
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const isFirst = queryClient.getQueryData(queryKey) === undefined
      const show = isFirst ? (first: Visit[]) => queryClient.setQueryData(queryKey, first) : undefined
      return readVisits(matcherOf(filter), limit, { range: rangeOf(filter), signal, show })
    },
    placeholderData: (previous: Visit[] | undefined) => previous,
  })
}

/** The last visits of the articles that were begun and not finished. */
export async function readUnfinished(limit: number): Promise<Visit[]> {
  // A write waits for that too: so the article that was just left is written down before this is read.
  await deviceIn(await openDatabase()).catch(() => undefined)
  const seen = new Set<string>()
  // Only the last visit of an article says whether it is finished.
  const isNext = (visit: Visit) =>
    !seen.has(visit.articleId) && !!seen.add(visit.articleId) && isUnfinished(visit)
  return readVisits(isNext, limit)
}

interface Reading {
  range?: IDBKeyRange | null
  signal?: AbortSignal
  /** Is given what was found so far, if finding the rest takes long. */
  show?: ((first: Visit[]) => void) | undefined
}

/** After so long the reader is shown what there is. */
const LONG_MS = 80

/** @param belongs is asked of each, newest first */
async function readVisits(
  belongs: (visit: Visit) => boolean,
  limit: number,
  { range = null, signal, show }: Reading = {},
): Promise<Visit[]> {
  const found: Visit[] = []
  let shown = 0
  const start = performance.now()
  for await (const visits of visitBatches(range, { signal, first: limit })) {
    for (const visit of visits) {
      if (belongs(visit)) found.push(visit)
      if (found.length === limit) return found
    }
    if (found.length === shown || performance.now() - start < LONG_MS) continue
    shown = found.length
    show?.([...found])
  }
  return found
}

/** What the reader's articles came from, the most read first. */
export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: async ({ signal }): Promise<string[]> => {
    const counts = new Map<string, number>()
    for await (const visits of visitBatches(null, { signal }))
      for (const visit of visits) counts.set(sourceOf(visit), (counts.get(sourceOf(visit)) ?? 0) + 1)
    counts.delete('')
    return [...counts].sort(([, a], [, b]) => b - a).map(([source]) => source)
  },
})

const visitsOf = (articleId: string, until = Number.POSITIVE_INFINITY) =>
  IDBKeyRange.bound([articleId, Number.NEGATIVE_INFINITY], [articleId, until])

/** The last visit of an article, or null. Those that a wrong clock put into the future are asked last. */
export async function lastVisit(articleId: string): Promise<Visit | null> {
  const index = (await openDatabase()).transaction('visits').store.index('article')
  for (const range of [visitsOf(articleId, horizon(Date.now())), visitsOf(articleId)]) {
    let cursor = await index.openCursor(range, 'prev')
    while (cursor && !asVisit(cursor.value)) cursor = await cursor.continue()
    if (cursor) return asVisit(cursor.value)
  }
  return null
}

/** When the newest visit began, as seen from now; null if there is none. */
export async function newestBeginning(now: number): Promise<number | null> {
  const index = (await openDatabase()).transaction('visits').store.index('startedAt')
  const newest = await index.openKeyCursor(IDBKeyRange.upperBound(horizon(now)), 'prev')
  return newest?.key ?? null
}

/** @throws if storage refuses: then none of them is written */
export const addVisits = (visits: Visit[]): Promise<void> => putRecords('visits', visits)

/**
 * Writes down how a visit goes on.
 *
 * @returns false if the visit was deleted meanwhile, perhaps in another tab: then it is over
 */
export async function updateVisit(visit: Visit): Promise<boolean> {
  const before = await changeRecords('visits', [visit.id], kept => (kept ? visit : undefined))
  return before.size > 0
}

/** Whether a visit is kept. */
export const isVisitKept = async (id: string): Promise<boolean> =>
  (await (await openDatabase()).getKey('visits', id)) !== undefined

/** Writes a visit down, whether it was there or not, even while the page goes away. */
export const addVisit = (visit: Visit): Promise<void> => putAtOnce('visits', visit)

export async function deleteVisits(visits: Visit[]): Promise<void> {
  await deleteRecords(
    'visits',
    visits.map(visit => visit.id),
  )
}

const readAll = (filter: VisitFilter) =>
  readVisits(matcherOf(filter), Number.POSITIVE_INFINITY, { range: rangeOf(filter) })

/** Deletes all that a filter finds, whether it is shown yet or not, and returns it, so that it can be undone. */
export async function deleteFound(filter: VisitFilter): Promise<Visit[]> {
  const visits = await readAll(filter)
  await deleteVisits(visits)
  return visits
}

/** Deletes every visit and returns them, so that it can be undone. */
export async function clearHistory(): Promise<Visit[]> {
  const visits = await readAll(everyVisit)
  await clearRecords('visits') // damaged records too
  return visits
}
