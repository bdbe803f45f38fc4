import type { ReadMark } from './read-mark.ts'
import { progressOf, type Visit } from './visit.ts'

/** What the reader did with an article. */
export interface ArticleState {
  /** 0 to 1; undefined if it was never opened. */
  progress?: number
  isRead: boolean
  isSaved: boolean
}

/** What was read to its end is read, unless the reader has marked it since; a visit after that may read it again. */
export function stateOf(visits: Visit[], mark: ReadMark | null, isSaved: boolean): ArticleState {
  const progress = visits.length > 0 ? Math.max(...visits.map(progressOf)) : undefined
  const counts = mark === null ? visits : visits.filter(visit => visit.startedAt > mark.markedAt)
  return {
    isRead: mark?.isRead === true || counts.some(visit => progressOf(visit) === 1),
    isSaved,
    ...(progress !== undefined && { progress }),
  }
}
