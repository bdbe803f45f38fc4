import { openDB } from 'idb'
import type { Database, Schema } from './database.ts'
import { rulesOf, type StoredKind, storedKinds } from './rules.ts'

const stores = [...storedKinds, 'own'] as const

/** In `localStorage`; settings are shared by all sites of an origin, on purpose. */
const keys = ['.queue', '.queue-choice', '.backup']

/**
 * Sites below one origin once had one database together. A site that has its own now takes a copy of what was written
 * until they parted, once; what is its own already stays.
 *
 * @throws if storage refuses; then the next time will do
 */
export async function takeOver(database: Database, former: string): Promise<void> {
  if (database.name === former || (await database.get('own', 'tookOver'))) return
  const found = await readFormer(former)
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
  const own = transaction.objectStore('own')
  // Another tab may have been quicker, and something of it deleted since.
  if (!(await own.get('tookOver'))) {
    for (const kind of storedKinds) {
      const store = transaction.objectStore(kind)
      const there = new Set<unknown>(await store.getAllKeys())
      for (const record of found.get(kind) ?? [])
        if (!there.has((record as Record<string, unknown>)[rulesOf[kind].key]))
          void store.put(record as never)
    }
    void own.put(true, 'tookOver')
  }
  await transaction.done
  if (found.size > 0) takeOverValues(former, database.name)
}

async function readFormer(name: string): Promise<Map<StoredKind, object[]>> {
  const found = new Map<StoredKind, object[]>()
  const former = await openFormer(name)
  if (!former) return found
  try {
    const hasParted = former.objectStoreNames.contains('own')
    const until = hasParted ? ((await former.get('own', 'sharedUntil')) as number | undefined) : Infinity
    if (until === undefined) return found
    for (const kind of storedKinds) {
      if (!former.objectStoreNames.contains(kind)) continue
      const records: object[] = await former.getAll(kind)
      // A damaged record may not say when it was written.
      found.set(
        kind,
        records.filter(record => !(rulesOf[kind].timeOf(record) > until)),
      )
    }
    return found
  } finally {
    former.close()
  }
}

/** Null if there is none; and there is none afterwards. */
async function openFormer(name: string): Promise<Database | null> {
  let isNew = false
  try {
    return await openDB<Schema>(name, undefined, {
      upgrade: (_database, _from, _to, transaction) => {
        isNew = true
        transaction.done.catch(() => undefined) // as it should be
        transaction.abort()
      },
      blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
    })
  } catch (error) {
    if (isNew) return null
    throw error
  }
}

function takeOverValues(former: string, name: string): void {
  try {
    for (const key of keys) {
      const value = localStorage.getItem(former + key)
      if (value === null || localStorage.getItem(name + key) !== null) continue
      localStorage.setItem(name + key, value)
      // This tab hears of it as if another had done it.
      dispatchEvent(new StorageEvent('storage', { key: name + key }))
    }
  } catch {
    // Storage refuses: nothing was kept there before either.
  }
}
