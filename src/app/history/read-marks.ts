import { changesOf } from '../storage/changes.ts'
import { openDatabase } from '../storage/database.ts'
import { asReadMark, type ReadMark } from './read-mark.ts'

const readMarksChanged = changesOf('read-marks', ['states'])

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
  const database = await openDatabase()
  const transaction = database.transaction('readMarks', 'readwrite')
  const before: ReadMarksBefore = new Map()
  await Promise.all(
    [...marks].map(async ([id, mark]) => {
      before.set(id, asReadMark(await transaction.store.get(id)))
      await (mark ? transaction.store.put(mark) : transaction.store.delete(id))
    }),
  )
  await transaction.done
  await readMarksChanged()
  return before
}
