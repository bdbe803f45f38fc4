import { openDatabase } from '../storage/database.ts'
import { type ArticleState, stateOf } from './article-state.ts'
import { asReadMark } from './read-mark.ts'
import { asVisit, type Visit } from './visit.ts'
import { visitBatches } from './visit-batches.ts'

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

/** The ids of all articles that are read. */
export async function readReadIds(): Promise<Set<string>> {
  const visitsOf = new Map<string, Visit[]>()
  for await (const batch of visitBatches(null))
    for (const visit of batch) {
      const others = visitsOf.get(visit.articleId)
      if (others) others.push(visit)
      else visitsOf.set(visit.articleId, [visit])
    }
  const records = await (await openDatabase()).getAll('readMarks')
  const marks = records.map(asReadMark).filter(mark => mark !== null)
  const markOf = new Map(marks.map(mark => [mark.articleId, mark]))
  const ids = new Set([...visitsOf.keys(), ...markOf.keys()])
  return new Set([...ids].filter(id => stateOf(visitsOf.get(id) ?? [], markOf.get(id) ?? null, false).isRead))
}
