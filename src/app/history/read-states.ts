import { openDatabase } from '../storage/database.ts'
import { type ArticleState, stateOf } from './article-state.ts'
import { asReadMark } from './read-mark.ts'
import { asVisit, type Visit } from './visit.ts'

/** What the reader did with these articles; those of which there is nothing to tell are missing. */
export async function readStates(articleIds: string[]): Promise<Record<string, ArticleState>> {
  const database = await openDatabase()
  const transaction = database.transaction(['visits', 'readMarks', 'saved'])
  const visits = transaction.objectStore('visits').index('article')
  const readMarks = transaction.objectStore('readMarks')
  const saved = transaction.objectStore('saved')
  const entries = await Promise.all(
    articleIds.map(async id => {
      const range = IDBKeyRange.bound([id, Number.NEGATIVE_INFINITY], [id, Number.POSITIVE_INFINITY])
      const [records, mark, savedCount] = await Promise.all([
        visits.getAll(range),
        readMarks.get(id),
        saved.count(id),
      ])
      const whole = records.map(asVisit).filter(visit => visit !== null)
      return [id, stateOf(whole, asReadMark(mark), savedCount > 0)] as const
    }),
  )
  return Object.fromEntries(entries.filter(([, state]) => isTold(state)))
}

const isTold = ({ progress, isRead, isSaved }: ArticleState) => progress !== undefined || isRead || isSaved

/** How many visits are read at a time: all of a long history at once would take its memory several times. */
const BATCH = 2000

/** The ids of all articles that are read. */
export async function readReadIds(): Promise<Set<string>> {
  const database = await openDatabase()
  const visits = new Map<string, Visit[]>()
  let range: IDBKeyRange | null = null
  for (;;) {
    const records: unknown[] = await database.getAll('visits', range, BATCH)
    for (const record of records) {
      const visit = asVisit(record)
      if (!visit) continue
      const others = visits.get(visit.articleId)
      if (others) others.push(visit)
      else visits.set(visit.articleId, [visit])
    }
    if (records.length < BATCH) break
    range = IDBKeyRange.lowerBound((records.at(-1) as Visit).id, true)
  }
  const marks = (await database.getAll('readMarks')).map(asReadMark).filter(mark => mark !== null)
  const markOf = new Map(marks.map(mark => [mark.articleId, mark]))
  const ids = new Set([...visits.keys(), ...markOf.keys()])
  return new Set([...ids].filter(id => stateOf(visits.get(id) ?? [], markOf.get(id) ?? null, false).isRead))
}
