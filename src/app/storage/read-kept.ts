import type { IDBPTransaction } from 'idb'
import { asStored } from './as-stored.ts'
import type { Schema } from './database.ts'
import { type LogEntry, versionsIn } from './log.ts'
import type { Kind, StoredKind } from './rules.ts'
import type { Version } from './versions.ts'

/** A record as it is kept, which may be damaged, and all its versions: a damaged one counts as lost. */
export interface KeptVersions {
  record: object | undefined
  versions: Version[]
}

type Reading = Pick<IDBPTransaction<Schema, (StoredKind | 'log')[], IDBTransactionMode>, 'objectStore'>

/** From so many on, a stretch of records is read at once, which is many times as fast as one by one. */
const MANY = 20

/** What is kept under some ids, in their order. */
export async function readKept(
  transaction: Reading,
  kind: Kind,
  ids: string[],
  device: string,
): Promise<KeptVersions[]> {
  const store = kind === 'settings' ? null : transaction.objectStore(kind)
  const log = transaction.objectStore('log')
  const [records, entries] = await Promise.all([
    store ? readMany<object>(ids, id => id, store as never) : ids.map(() => undefined),
    readMany<LogEntry>(ids, id => [kind, id], log as never),
  ])
  return ids.map((_, at) => {
    const record = records[at]
    const whole = kind !== 'settings' && asStored[kind](record) ? record : undefined
    return { record, versions: versionsIn(kind, entries[at], whole, device) }
  })
}

interface Store<Value> {
  get: (key: IDBValidKey) => Promise<Value | undefined>
  getAll: (range: IDBKeyRange, count: number) => Promise<Value[]>
  keyPath: string | string[]
}

async function readMany<Value>(
  ids: string[],
  keyOf: (id: string) => IDBValidKey,
  store: Store<Value>,
): Promise<(Value | undefined)[]> {
  const oneByOne = () => Promise.all(ids.map(id => store.get(keyOf(id))))
  if (ids.length < MANY) return oneByOne()
  const sorted = ids.toSorted()
  const stretch = IDBKeyRange.bound(keyOf(sorted[0]!), keyOf(sorted.at(-1)!))
  const limit = ids.length * 2
  const found = await store.getAll(stretch, limit)
  // Most of what lies between them is something else.
  if (found.length === limit) return oneByOne()
  const name = Array.isArray(store.keyPath) ? store.keyPath.at(-1)! : store.keyPath
  const byId = new Map(found.map(value => [(value as Record<string, unknown>)[name], value]))
  return ids.map(id => byId.get(id))
}
