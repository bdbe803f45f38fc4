import { queryOptions } from '@tanstack/react-query'
import { openDatabase } from '../storage/database.ts'
import { joinNotes } from '../storage/rules.ts'
import { changeRecords, deleteRecords, putRecords } from '../storage/write.ts'
import { asMark, type Mark } from './mark.ts'

/** All marks, newest first. */
export const marksQuery = queryOptions({
  queryKey: ['marks', 'all'],
  queryFn: async (): Promise<Mark[]> => {
    const database = await openDatabase()
    return whole(await database.getAllFromIndex('marks', 'createdAt')).reverse()
  },
})

/** The marks of an article, in the order in which it is read. */
export const articleMarksQuery = (articleId: string) =>
  queryOptions({
    queryKey: ['marks', 'article', articleId],
    queryFn: async (): Promise<Mark[]> => {
      const database = await openDatabase()
      const ofArticle = IDBKeyRange.bound(
        [articleId, Number.NEGATIVE_INFINITY],
        [articleId, Number.POSITIVE_INFINITY],
      )
      return whole(await database.getAllFromIndex('marks', 'article', ofArticle))
    },
  })

const whole = (records: unknown[]): Mark[] => records.map(asMark).filter(mark => mark !== null)

/** @throws if storage refuses */
export const addMarks = (marks: Mark[]): Promise<void> => putRecords('marks', marks)

/**
 * Changes what a mark says. One that was deleted meanwhile, perhaps in another tab, stays deleted.
 *
 * @param upon the note that its new one was written upon: what another tab wrote since stays as well
 * @throws if storage refuses
 */
export async function updateMark(id: string, changes: Partial<Mark>, upon?: string): Promise<void> {
  await changeRecords('marks', [id], kept => {
    const mark = asMark(kept)
    return mark ? changed(mark, changes, upon) : undefined
  })
}

/**
 * Keeps a mark with its note, whether it was kept already or not.
 *
 * @param upon as above
 * @throws if storage refuses
 */
export async function writeNote(mark: Mark, upon: string): Promise<void> {
  const { note, colour, updatedAt } = mark
  await changeRecords('marks', [mark.id], record => {
    const kept = asMark(record)
    return kept ? changed(kept, { note, colour, updatedAt }, upon) : mark
  })
}

function changed(mark: Mark, changes: Partial<Mark>, upon?: string): Mark {
  const { note } = changes
  if (note === undefined || note === upon) return { ...mark, ...changes, note: mark.note }
  const isOther = upon !== undefined && upon !== mark.note
  return { ...mark, ...changes, note: isOther ? joinNotes([mark.note, note]) : note }
}

export async function deleteMarks(marks: Mark[]): Promise<void> {
  await deleteRecords(
    'marks',
    marks.map(mark => mark.id),
  )
}
