import { progressOf, sourceOf, type Visit } from './visit.ts'

/** Which visits are meant. What is empty or null leaves nothing out. */
export interface VisitFilter {
  /** Held by title or author, whatever the case. */
  search: string
  /** Of the article, as its last visit left it. */
  state: 'unfinished' | 'finished' | null
  source: string | null
  /** When it began, in milliseconds: from the first on, and before the second. */
  from: number | null
  until: number | null
}

export const everyVisit: VisitFilter = { search: '', state: null, source: null, from: null, until: null }

export const isEverything = ({ search, state, source, from, until }: VisitFilter): boolean =>
  search.trim() === '' && state === null && source === null && from === null && until === null

/** The time that has to be looked at: all of it, if later visits decide on what earlier ones left. */
export function rangeOf({ state, from, until }: VisitFilter): IDBKeyRange | null {
  const end = state ? null : until
  if (from !== null && end !== null) return from < end ? IDBKeyRange.bound(from, end, false, true) : NOTHING()
  if (from !== null) return IDBKeyRange.lowerBound(from)
  return end === null ? null : IDBKeyRange.upperBound(end, true)
}

const NOTHING = () => IDBKeyRange.only(Number.POSITIVE_INFINITY)

/** Tells of each visit whether it is meant. They have to come newest first: the last of an article says how it is. */
export function matcherOf(filter: VisitFilter): (visit: Visit) => boolean {
  const { state, source, from, until } = filter
  const search = filter.search.trim().toLowerCase()
  const isFinished = new Map<string, boolean>()
  const hasState = (visit: Visit) => {
    if (!isFinished.has(visit.articleId)) isFinished.set(visit.articleId, progressOf(visit) === 1)
    return isFinished.get(visit.articleId) === (state === 'finished')
  }
  return visit =>
    (!state || hasState(visit)) &&
    (from === null || visit.startedAt >= from) &&
    (until === null || visit.startedAt < until) &&
    (source === null || sourceOf(visit) === source) &&
    (search === '' || `${visit.title}\n${visit.author}`.toLowerCase().includes(search))
}
