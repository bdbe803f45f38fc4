import { asStored } from '../storage/as-stored.ts'
import { deviceIn, openDatabase } from '../storage/database.ts'
import { type LogEntry, versionsIn } from '../storage/log.ts'
import type { Kind, StoredKind } from '../storage/rules.ts'
import type { Version } from '../storage/versions.ts'
import { type Kept, keptBatches } from '../storage/write.ts'
import { asKeptSetting, logSettings, ofSettings } from './kept-settings.ts'

/** One record as files hold it: all versions of it that stand. */
export interface Entry {
  id: string
  versions: Version[]
}

/** Tells whole records from damaged ones; null if it is none. */
export const asRecord: Record<Kind, (record: unknown) => object | null> = {
  ...asStored,
  settings: asKeptSetting,
}

const BATCH = 1000

/** All that is kept of a kind, in batches and always in the same order; what was deleted comes last. */
export async function* keptEntries(kind: Kind): AsyncGenerator<Entry[]> {
  const database = await openDatabase()
  const device = await deviceIn(database)
  if (kind === 'settings') {
    await logSettings(database)
    const entries = await database.getAll('log', ofSettings())
    yield entries
      .map(entry => ({ id: entry.id, versions: versionsIn(kind, entry, undefined, device) }))
      .filter(({ versions }) => versions.length > 0)
    return
  }
  const living = new Set<string>()
  for await (const some of livingEntries(kind)) {
    for (const { id } of some) living.add(id)
    yield some
  }
  let range = IDBKeyRange.bound([kind], [kind, []])
  for (;;) {
    const entries: LogEntry[] = await database.getAll('log', range, BATCH)
    yield entries
      .filter(({ id }) => !living.has(id))
      .map(entry => ({ id: entry.id, versions: versionsIn(kind, entry, undefined, device) }))
      .filter(({ versions }) => versions.length > 0 && versions.every(({ record }) => record === null))
    if (entries.length < BATCH) return
    range = IDBKeyRange.bound([kind, entries.at(-1)!.id], [kind, []], true)
  }
}

async function* livingEntries(kind: StoredKind): AsyncGenerator<Entry[]> {
  const database = await openDatabase()
  const device = await deviceIn(database)
  let after: string | undefined
  for (;;) {
    // One transaction for each: between two the browser has time for the reader.
    const transaction = database.transaction([kind, 'log'])
    const batch = await keptBatches(transaction, kind, BATCH, after).next()
    const some = batch.value as Kept[] | undefined
    if (!some) return
    yield some
      .filter(({ record }) => asStored[kind](record))
      .map(({ id, record, entry }) => ({ id, versions: versionsIn(kind, entry, record, device) }))
    if (some.length < BATCH) return
    after = some.at(-1)!.id
  }
}
