import type { Picture, Summary } from '../../shared/article.ts'
import { isArticleId, isTime, isUpTo, MOST_MINUTES } from '../storage/records.ts'

/** An article that the reader keeps for later, as it was then: its list stays readable without it. */
export interface Saved {
  articleId: string
  title: string
  author: string
  /** When it was published: ISO 8601, or null. */
  date: string | null
  minutes: number
  cover: Picture | null
  /** Milliseconds since 1970. */
  savedAt: number
  labels: string[]
}

/** What is kept of an article that is saved now. */
export const toSave = (article: Summary): Saved => ({
  articleId: article.id,
  title: article.title,
  author: article.author,
  date: article.date,
  minutes: article.minutes,
  cover: article.cover,
  savedAt: Date.now(),
  labels: [],
})

/** In UTF-16 units, and more than `labels.ts` lets through. */
const LONGEST_LABEL = 200

/** What came out of storage, if it is a saved article: a record may be from another version, or damaged. */
export function asSaved(record: unknown): Saved | null {
  if (typeof record !== 'object' || record === null) return null
  const { articleId, title, author, date, minutes, cover, savedAt, labels } = record as Partial<Saved>
  const isWhole =
    isArticleId(articleId) &&
    typeof title === 'string' &&
    typeof author === 'string' &&
    (date === null || typeof date === 'string') &&
    (cover === null || typeof cover?.address === 'string') &&
    isUpTo(minutes, MOST_MINUTES) &&
    isTime(savedAt) &&
    Array.isArray(labels) &&
    labels.every(label => typeof label === 'string' && label !== '' && label.length <= LONGEST_LABEL)
  return isWhole ? (record as Saved) : null
}
