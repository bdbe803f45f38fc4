import { isArticleId, isTime } from '../storage/records.ts'

/** The reader's word on an article, whatever visits say: read, or to be read again. */
export interface ReadMark {
  articleId: string
  isRead: boolean
  /** Milliseconds since 1970. */
  markedAt: number
}

/** What came out of storage, if it is such a mark. */
export function asReadMark(record: unknown): ReadMark | null {
  if (typeof record !== 'object' || record === null) return null
  const { articleId, isRead, markedAt } = record as Partial<ReadMark>
  const isWhole = isArticleId(articleId) && typeof isRead === 'boolean' && isTime(markedAt)
  return isWhole ? (record as ReadMark) : null
}
