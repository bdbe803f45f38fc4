import { isArticleId, isTime, isUpTo, MOST_MINUTES } from '../storage/records.ts'

/** Where in an article the reader is: a block of its body, and how far into that block (0 to 1). */
export interface Place {
  block: number
  offset: number
}

/** What the reader did with an article, once. */
export interface Visit {
  id: string
  articleId: string
  /** As it was called then: the history stays readable without the article. */
  title: string
  author: string
  /** Milliseconds since 1970. */
  startedAt: number
  /** Seconds that the page was visible. */
  seconds: number
  /** How much of the body was on screen at the farthest, 0 to 1. */
  progress: number
  place: Place
  /** How much of the body came on screen for the first time, 0 to 1; visits of before 2026-11-25 do not say. */
  gained?: number
  /** Minutes that the article was said to take; they do not say either. */
  minutes?: number
  /** Names of the first category of the article, from section down to channel; they do not say either. */
  category?: string[]
}

/** A visit this far through is a whole one: nobody reads the last line's credits. */
const WHOLE = 0.97

/** 0 to 1, where all but the whole counts as the whole. */
export const progressOf = (visit: Visit): number => (visit.progress >= WHOLE ? 1 : visit.progress)

/** Whether there is something left to come back for. */
export const isUnfinished = (visit: Visit): boolean => visit.progress > 0.02 && progressOf(visit) < 1

/** Where the article came from, as far as a visit tells; empty if it does not. */
export const sourceOf = ({ category, author }: Visit): string => category?.[1] ?? author

const MOST_SECONDS = MOST_MINUTES * 60
const MOST_BLOCKS = 10_000_000
/** Shares are sums of many. */
const WHOLE_SHARE = 1.001

/** What came out of storage, if it is a visit: a record may be from another version, or damaged. */
export function asVisit(record: unknown): Visit | null {
  if (typeof record !== 'object' || record === null) return null
  const { id, articleId, title, author, startedAt, seconds, progress, place, gained, minutes, category } =
    record as Partial<Visit>
  const isWhole =
    typeof id === 'string' &&
    isArticleId(articleId) &&
    typeof title === 'string' &&
    typeof author === 'string' &&
    isTime(startedAt) &&
    isUpTo(seconds, MOST_SECONDS) &&
    isUpTo(place?.block, MOST_BLOCKS) &&
    isUpTo(progress, WHOLE_SHARE) &&
    isUpTo(place?.offset, WHOLE_SHARE) &&
    (gained === undefined || isUpTo(gained, WHOLE_SHARE)) &&
    (minutes === undefined || isUpTo(minutes, MOST_MINUTES)) &&
    (category === undefined || (Array.isArray(category) && category.every(name => typeof name === 'string')))
  return isWhole ? (record as Visit) : null
}
