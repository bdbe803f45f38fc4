import { queryOptions } from '@tanstack/react-query'
import { changesOf } from '../storage/changes.ts'
import { openDatabase } from '../storage/database.ts'
import { asMark, type Mark } from './mark.ts'

const marksChanged = changesOf('marks', ['marks'])

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
export async function addMarks(marks: Mark[]): Promise<void> {
  const database = await openDatabase()
  const transaction = database.transaction('marks', 'readwrite')
  await Promise.all([...marks.map(mark => transaction.store.put(mark)), transaction.done])
  await marksChanged()
}

/**
 * Changes what a mark says. One that was deleted meanwhile, perhaps in another tab, stays deleted.
 *
 * @throws if storage refuses
 */
export async function updateMark(id: string, changes: Partial<Mark>): Promise<void> {
  const database = await openDatabase()
  const transaction = database.transaction('marks', 'readwrite')
  const mark = asMark(await transaction.store.get(id))
  if (mark) await transaction.store.put({ ...mark, ...changes })
  await transaction.done
  if (mark) await marksChanged()
}

export async function deleteMarks(marks: Mark[]): Promise<void> {
  const database = await openDatabase()
  const transaction = database.transaction('marks', 'readwrite')
  await Promise.all([...marks.map(mark => transaction.store.delete(mark.id)), transaction.done])
  await marksChanged()
}
