import { type IDBPTransaction, unwrap } from 'idb'
import { tellChange } from './changes.ts'
import { deviceIn, openDatabase, type Schema } from './database.ts'
import { entryOf, type LogEntry, versionsIn } from './log.ts'
import { readKept } from './read-kept.ts'
import { idOf, rulesOf, type StoredKind } from './rules.ts'
import { nextVersion } from './versions.ts'

type RecordOf<Store extends StoredKind> = Schema[Store]['value']
type Writing<Store extends StoredKind> = IDBPTransaction<Schema, (Store | 'log')[], 'readwrite'>

/** What is written is on the disk before anything else is told of it: a power cut takes nothing back. */
export const SAFE: IDBTransactionOptions = { durability: 'strict' }

/** Between so many the browser can paint. */
const WRITTEN_AT_ONCE = 500

let lastMoment = 0

/** No two writes of this tab have the same, so that each can be told from the one before without reading it. */
function nextMoment(): number {
  lastMoment = Math.max(lastMoment + 1, Date.now())
  return lastMoment
}

/**
 * The way in which what the reader has is written: the records, and beside each what merging devices needs to know, in
 * one transaction; then all tabs are told.
 *
 * @param change makes of what is kept, which may be damaged, what is to be kept: null deletes it, undefined leaves it
 * @returns what changed as it was before; undefined where there was nothing
 * @throws if storage refuses; then nothing has changed
 */
export async function changeRecords<Store extends StoredKind>(
  store: Store,
  ids: Iterable<string>,
  change: (kept: unknown, id: string) => RecordOf<Store> | null | undefined,
): Promise<Map<string, unknown>> {
  const database = await openDatabase()
  const device = await deviceIn(database)
  const transaction = database.transaction([store, 'log'], 'readwrite', SAFE) as unknown as Writing<Store>
  // Nothing waits for each of many writes: one that fails ends the transaction.
  const [records, log] = [unwrap(transaction.objectStore(store)), unwrap(transaction.objectStore('log'))]
  const before = new Map<string, unknown>()
  const now = nextMoment()
  const all = [...ids].sort() // in the order in which they are kept, what is read for some is what lies there
  const work = async () => {
    for (let start = 0; start < all.length; start += WRITTEN_AT_ONCE) {
      const some = all.slice(start, start + WRITTEN_AT_ONCE)
      const kept = await readKept(transaction, store, some, device)
      const changes = some.map((id, at) => change(kept[at]!.record, id))
      for (const [at, id] of some.entries()) {
        const { record: old, versions } = kept[at]!
        const record = changes[at]
        if (record === undefined || (record === null && old === undefined)) continue
        before.set(id, old)
        const next = nextVersion(rulesOf[store], versions, record, device, now)
        if (record === null) records.delete(id)
        else records.put(record)
        log.put(entryOf(store, id, [next], true))
      }
    }
  }
  await orNothing(transaction, work())
  if (before.size > 0) await tellChange([store])
  return before
}

/** Waits for the work of a transaction. If any of it fails, none of it is kept. */
export async function orNothing(
  transaction: { abort: () => void; done: Promise<void> },
  work: Promise<void>,
): Promise<void> {
  const done = transaction.done.catch(error => {
    throw error ?? new DOMException('Aborted', 'AbortError')
  })
  await Promise.all([
    done,
    work.catch(error => {
      try {
        transaction.abort()
      } catch {
        // It is over already.
      }
      throw error
    }),
  ])
}

/** Writes records, whether they were there or not. @throws if storage refuses: then none of them is */
export async function putRecords<Store extends StoredKind>(
  store: Store,
  records: RecordOf<Store>[],
): Promise<void> {
  const byId = new Map(records.map(record => [idOf(store, record), record]))
  await changeRecords(store, byId.keys(), (_, id) => byId.get(id)!)
}

/** Deletes records. @returns them, where they were there */
export const deleteRecords = (store: StoredKind, ids: Iterable<string>): Promise<Map<string, unknown>> =>
  changeRecords(store, ids, () => null)

/**
 * Writes a record that no other device has, and that only this tab writes. It is asked for at once: while a page goes
 * away, nothing that waits for an answer would still run.
 */
export async function putAtOnce<Store extends StoredKind>(
  store: Store,
  record: RecordOf<Store>,
): Promise<void> {
  const database = await openDatabase()
  const device = await deviceIn(database)
  const transaction = database.transaction([store, 'log'], 'readwrite', SAFE) as unknown as Writing<Store>
  const version = nextVersion(rulesOf[store], [], record, device, nextMoment())
  const writing = [
    transaction.objectStore(store).put(record as never),
    transaction.objectStore('log').put(entryOf(store, idOf(store, record), [version], true) as never),
  ]
  transaction.commit()
  await Promise.all([...writing, transaction.done])
  await tellChange([store])
}

/** How many records are read at a time. */
const READ_AT_ONCE = 1000

/** Deletes all of a kind, damaged records too. */
export async function clearRecords(store: StoredKind): Promise<void> {
  const database = await openDatabase()
  const device = await deviceIn(database)
  const transaction = database.transaction([store, 'log'], 'readwrite', SAFE)
  const log = unwrap(transaction.objectStore('log'))
  const now = nextMoment()
  const work = async () => {
    for await (const some of keptBatches(transaction, store, READ_AT_ONCE))
      for (const { id, record, entry } of some) {
        const versions = versionsIn(store, entry, record, device)
        log.put(entryOf(store, id, [nextVersion(rulesOf[store], versions, null, device, now)], true))
      }
    await transaction.objectStore(store).clear()
  }
  await orNothing(transaction, work())
  await tellChange([store])
}

/** A record as it is kept, and what the log says of it. */
export interface Kept {
  id: string
  record: object
  entry: LogEntry | undefined
}

type Reading = Pick<IDBPTransaction<Schema, ('log' | StoredKind)[], IDBTransactionMode>, 'objectStore'>

/** All records of a store, in the order of their ids and in batches, from the first on after an id. */
export async function* keptBatches(
  transaction: Reading,
  store: StoredKind,
  size: number,
  after?: string,
): AsyncGenerator<Kept[]> {
  let range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true)
  for (;;) {
    const records: object[] = await transaction.objectStore(store).getAll(range as never, size)
    if (records.length === 0) return
    const ids = records.map(record => idOf(store, record))
    const [first, last] = [ids[0]!, ids.at(-1)!]
    const entries: LogEntry[] = await transaction
      .objectStore('log')
      .getAll(IDBKeyRange.bound([store, first], [store, last]) as never)
    const entryOfId = new Map(entries.map(entry => [entry.id, entry]))
    yield records.map((record, at) => ({ id: ids[at]!, record, entry: entryOfId.get(ids[at]!) }))
    if (records.length < size) return
    range = IDBKeyRange.lowerBound(last, true)
  }
}
