import { queryOptions } from '@tanstack/react-query'
import type { Summary } from '../../shared/article.ts'
import { changesOf } from '../storage/changes.ts'
import { openDatabase } from '../storage/database.ts'
import { asSaved, type Saved, toSave } from './saved-article.ts'

const savedChanged = changesOf('saved', ['saved', 'states'])

/** All saved articles, the last saved first. */
export const savedQuery = queryOptions({
  queryKey: ['saved', 'all'],
  queryFn: async (): Promise<Saved[]> => {
    const database = await openDatabase()
    const records = await database.getAllFromIndex('saved', 'savedAt')
    return records
      .map(asSaved)
      .filter(saved => saved !== null)
      .reverse()
  },
})

/** The ids of all saved articles. */
export async function readSavedIds(): Promise<Set<string>> {
  const database = await openDatabase()
  return new Set(await database.getAllKeys('saved'))
}

/** @throws if storage refuses */
export async function addSaved(articles: Saved[]): Promise<void> {
  const database = await openDatabase()
  const transaction = database.transaction('saved', 'readwrite')
  await Promise.all([...articles.map(saved => transaction.store.put(saved)), transaction.done])
  await savedChanged()
}

/**
 * Takes articles from those that are saved.
 *
 * @returns them, for `addSaved` to undo it
 */
export async function removeSaved(articleIds: string[]): Promise<Saved[]> {
  const database = await openDatabase()
  const transaction = database.transaction('saved', 'readwrite')
  const records = await Promise.all(articleIds.map(id => transaction.store.get(id)))
  await Promise.all([...articleIds.map(id => transaction.store.delete(id)), transaction.done])
  await savedChanged()
  return records.map(asSaved).filter(saved => saved !== null)
}

/**
 * Saves an article, or takes it out if it was saved.
 *
 * @returns what was taken out, for `addSaved` to undo it; null if the article is saved now
 */
export async function toggleSaved(article: Summary): Promise<Saved | null> {
  const database = await openDatabase()
  const transaction = database.transaction('saved', 'readwrite')
  const record = await transaction.store.get(article.id)
  await (record ? transaction.store.delete(article.id) : transaction.store.put(toSave(article)))
  await transaction.done
  await savedChanged()
  return record ? (asSaved(record) ?? toSave(article)) : null
}

/**
 * Gives saved articles other labels. Those that were taken out meanwhile, perhaps in another tab, stay out.
 *
 * @param change makes the new labels of the old
 * @returns those that changed as they were, for `restoreLabels` to undo it
 */
export async function changeLabels(
  articleIds: string[],
  change: (labels: string[], articleId: string) => string[],
): Promise<Saved[]> {
  const database = await openDatabase()
  const transaction = database.transaction('saved', 'readwrite')
  const before: Saved[] = []
  await Promise.all(
    articleIds.map(async id => {
      const saved = asSaved(await transaction.store.get(id))
      if (!saved) return
      const labels = change(saved.labels, id)
      if (labels.join('\n') === saved.labels.join('\n')) return
      before.push(saved)
      await transaction.store.put({ ...saved, labels })
    }),
  )
  await transaction.done
  if (before.length > 0) await savedChanged()
  return before
}

/** Gives articles back the labels that they had. */
export async function restoreLabels(before: Saved[]): Promise<void> {
  const labelsOf = new Map(before.map(({ articleId, labels }) => [articleId, labels]))
  await changeLabels([...labelsOf.keys()], (_, id) => labelsOf.get(id)!)
}
