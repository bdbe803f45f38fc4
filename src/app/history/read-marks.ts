import { changeRecords } from '../storage/write.ts'
import { asReadMark, type ReadMark } from './read-mark.ts'

/** The marks that there were before, by article; null where there was none. */
export type ReadMarksBefore = Map<string, ReadMark | null>

/**
 * Marks articles as read, or as unread, whatever visits before said.
 *
 * @returns what `restoreReadMarks` needs to undo it
 */
export function markRead(articleIds: Iterable<string>, isRead: boolean): Promise<ReadMarksBefore> {
  const markedAt = Date.now()
  const marks = new Map([...articleIds].map(articleId => [articleId, { articleId, isRead, markedAt }]))
  return write(marks)
}

/** Puts marks back as they were. */
export const restoreReadMarks = (before: ReadMarksBefore): Promise<ReadMarksBefore> => write(before)

async function write(marks: ReadMarksBefore): Promise<ReadMarksBefore> {
  const before = await changeRecords('readMarks', marks.keys(), (_, id) => marks.get(id) ?? null)
  return new Map([...marks.keys()].map(id => [id, asReadMark(before.get(id))]))
}
