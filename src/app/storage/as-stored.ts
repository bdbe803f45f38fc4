import { asReadMark } from '../history/read-mark.ts'
import { asVisit } from '../history/visit.ts'
import { asMark } from '../marks/mark.ts'
import { asMuteRule } from '../mute/mute-rule.ts'
import { asSaved } from '../saved/saved-article.ts'
import type { StoredKind } from './rules.ts'

/** Tells whole records from damaged ones; null if it is none. */
export const asStored: Record<StoredKind, (record: unknown) => object | null> = {
  visits: asVisit,
  marks: asMark,
  saved: asSaved,
  readMarks: asReadMark,
  mutes: asMuteRule,
}
