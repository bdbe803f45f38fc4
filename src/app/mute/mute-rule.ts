import { isTime } from '../storage/records.ts'

/** Articles that the reader does not want to see in lists. */
export interface MuteRule {
  id: string
  /** Whether the text is a word of title or excerpt, the name of a source, or an author. */
  kind: 'word' | 'source' | 'author'
  text: string
  /** Milliseconds since 1970. */
  createdAt: number
}

/** What came out of storage, if it is a rule. */
export function asMuteRule(record: unknown): MuteRule | null {
  if (typeof record !== 'object' || record === null) return null
  const { id, kind, text, createdAt } = record as Partial<MuteRule>
  const isWhole =
    typeof id === 'string' &&
    (kind === 'word' || kind === 'source' || kind === 'author') &&
    typeof text === 'string' &&
    text !== '' &&
    isTime(createdAt)
  return isWhole ? (record as MuteRule) : null
}
