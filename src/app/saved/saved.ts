import { queryOptions } from '@tanstack/react-query'
import type { Summary } from '../../shared/article.ts'
import { openDatabase } from '../storage/database.ts'
import { changeRecords, deleteRecords, putRecords } from '../storage/write.ts'
import { asSaved, type Saved, toSave } from './saved-article.ts'

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

/** What is kept of a saved article; null if it is not saved. */
export async function readSaved(articleId: string): Promise<Saved | null> {
  return asSaved(await (await openDatabase()).get('saved', articleId))
}

/** The ids of all saved articles. */
export async function readSavedIds(): Promise<Set<string>> {
  const database = await openDatabase()
  return new Set(await database.getAllKeys('saved'))
}

/** @throws if storage refuses */
export const addSaved = (articles: Saved[]): Promise<void> => putRecords('saved', articles)

/**
 * Takes articles from those that are saved.
 *
 * @returns them, for `addSaved` to undo it
 */
export async function removeSaved(articleIds: string[]): Promise<Saved[]> {
  const before = await deleteRecords('saved', articleIds)
  return [...before.values()].map(asSaved).filter(saved => saved !== null)
}

/**
 * Saves an article, or takes it out if it was saved.
 *
 * @returns what was taken out, for `addSaved` to undo it; null if the article is saved now
 */
export async function toggleSaved(article: Summary): Promise<Saved | null> {
  const before = await changeRecords('saved', [article.id], kept => (kept ? null : toSave(article)))
  const record = before.get(article.id)
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
  const before = await changeRecords('saved', articleIds, (kept, id) => {
    const saved = asSaved(kept)
    if (!saved) return undefined
    const labels = change(saved.labels, id)
    return labels.join('\n') === saved.labels.join('\n') ? undefined : { ...saved, labels }
  })
  return [...before.values()] as Saved[]
}

/** Gives articles back the labels that they had. */
export async function restoreLabels(before: Saved[]): Promise<void> {
  const labelsOf = new Map(before.map(({ articleId, labels }) => [articleId, labels]))
  await changeLabels([...labelsOf.keys()], (_, id) => labelsOf.get(id)!)
}
