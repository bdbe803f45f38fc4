import { openDatabase } from '../storage/database.ts'
import { type StoredKind, storedKinds } from '../storage/rules.ts'
import { keptBatches } from '../storage/write.ts'
import { asRecord } from './entries.ts'

const BATCH = 1000

/** Records that no page can show: they are left as they are, in case a later version or a person can read them. */
export async function readDamaged(): Promise<{ kind: StoredKind; record: object }[]> {
  const database = await openDatabase()
  const damaged: { kind: StoredKind; record: object }[] = []
  for (const kind of storedKinds) {
    const transaction = database.transaction([kind, 'log'])
    for await (const some of keptBatches(transaction, kind, BATCH))
      for (const { record } of some) if (!asRecord[kind](record)) damaged.push({ kind, record })
  }
  return damaged
}
