import { queryOptions } from '@tanstack/react-query'
import { keepChoices, keptChoice } from '../settings/setting-store.ts'
import { openDatabase } from '../storage/database.ts'
import { deleteRecords, putRecords } from '../storage/write.ts'
import { asMuteRule, type MuteRule } from './mute-rule.ts'

/** All rules, in the order in which they were made. */
export async function readMutes(): Promise<MuteRule[]> {
  const database = await openDatabase()
  const rules = (await database.getAll('mutes')).map(asMuteRule).filter(rule => rule !== null)
  keepListsBack(rules.length > 0)
  return rules.sort((a, b) => a.createdAt - b.createdAt)
}

/**
 * Lists wait for the rules where there are any (`:root[data-mutes]` in list.css), so that nothing that is hidden shows for a
 * moment. It is kept where `start-document.ts` finds it before the first paint.
 */
function keepListsBack(isSome: boolean): void {
  const choice = isSome ? 'some' : undefined
  if (keptChoice('mutes') !== choice) keepChoices({ mutes: choice })
}

export const mutesQuery = queryOptions({ queryKey: ['mutes', 'all'], queryFn: readMutes })

/** @throws if storage refuses */
export const addMutes = (rules: MuteRule[]): Promise<void> => putRecords('mutes', rules)

export async function deleteMutes(ids: string[]): Promise<void> {
  await deleteRecords('mutes', ids)
}
