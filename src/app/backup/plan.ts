import { hashKey } from '@tanstack/react-query'
import type { IDBPTransaction } from 'idb'
import { tellChange } from '../storage/changes.ts'
import { deviceIn, openDatabase, type Schema } from '../storage/database.ts'
import { entryOf } from '../storage/log.ts'
import { readKept } from '../storage/read-kept.ts'
import { type Kind, kinds, rulesOf, type StoredKind, storedKinds } from '../storage/rules.ts'
import { mergeVersions, nextVersion, shownOf, type Version } from '../storage/versions.ts'
import { changeRecords, orNothing, SAFE } from '../storage/write.ts'
import { nextTurn } from '../ui/slices.ts'
import type { Entry } from './entries.ts'
import { applySettings, type KeptSetting, logSettings } from './kept-settings.ts'

/**
 * How a file comes in.
 * - `sync`: as another device's state; what was deleted there is deleted here, unless it changed here meanwhile.
 * - `add`: what it has is here afterwards, deleted or not; nothing goes.
 * - `replace`: afterwards all is as the file has it.
 */
export type Way = 'sync' | 'add' | 'replace'

/** What would become of the records of a kind. */
export interface Counts {
  added: number
  changed: number
  deleted: number
  same: number
}

interface Change {
  kind: Kind
  id: string
  incoming: Version[]
  /** What the reader saw of it before; null for nothing. */
  before: object | null
}

/** What a file would change, worked out without changing anything. */
export interface Plan {
  way: Way
  counts: Record<Kind, Counts>
  changes: Change[]
}

const BATCH = 1000
const stores = [...storedKinds, 'log'] as const

export async function makePlan(entries: Record<Kind, Entry[]>, way: Way): Promise<Plan> {
  const database = await openDatabase()
  const device = await deviceIn(database)
  await logSettings(database)
  const plan: Plan = { way, counts: {} as Plan['counts'], changes: [] }
  for (const kind of kinds) {
    const counts: Counts = { added: 0, changed: 0, deleted: 0, same: 0 }
    plan.counts[kind] = counts
    const incoming = way === 'replace' ? await withMissing(kind, entries[kind]) : entries[kind]
    for (let start = 0; start < incoming.length; start += BATCH) {
      const some = incoming.slice(start, start + BATCH)
      const transaction = database.transaction(stores) as Reading
      const ids = some.map(({ id }) => id)
      const local = await readKept(transaction, kind, ids, device)
      for (const [at, { id, versions }] of some.entries()) {
        const here = local[at]!.versions
        const next = comingOf(kind, here, versions, way, device)
        const [before, after] = [here, next].map(each => shownOf(rulesOf[kind], each)?.record ?? null)
        const change = changeOf(before!, after!)
        if (change) counts[change]++
        if ((change && change !== 'same') || !isSameLog(here, next))
          plan.changes.push({ kind, id, incoming: versions, before: before! })
      }
      await nextTurn()
    }
  }
  return plan
}

function changeOf(before: object | null, after: object | null): keyof Counts | null {
  if (!before) return after ? 'added' : null
  if (!after) return 'deleted'
  return hashKey([before]) === hashKey([after]) ? 'same' : 'changed'
}

const isSameLog = (some: Version[], others: Version[]) =>
  some.length === others.length && some.every((version, at) => version.at === others[at]!.at)

/** What is here and not in a file counts as something that the file has nothing of. */
async function withMissing(kind: Kind, entries: Entry[]): Promise<Entry[]> {
  const database = await openDatabase()
  const known = new Set(entries.map(({ id }) => id))
  const keys: string[] =
    kind === 'settings'
      ? (await database.getAllKeys('log', IDBKeyRange.bound(['settings'], ['settings', []]))).map(
          ([, id]) => id,
        )
      : await database.getAllKeys(kind)
  return [...entries, ...keys.filter(id => !known.has(id)).map(id => ({ id, versions: [] }))]
}

type Reading = IDBPTransaction<Schema, (StoredKind | 'log')[], IDBTransactionMode>

/** The versions that stand once a file came in. */
function comingOf(kind: Kind, here: Version[], incoming: Version[], way: Way, device: string): Version[] {
  const rules = rulesOf[kind]
  const merged = mergeVersions(here, incoming)
  if (way === 'sync') return merged
  const own = shownOf(rules, here)?.record ?? null
  const theirs = shownOf(rules, incoming)?.record ?? null
  const write = (record: object | null) => [nextVersion(rules, merged, record, device, Date.now())]
  if (way === 'replace') return (changeOf(own, theirs) ?? 'same') === 'same' ? here : write(theirs)
  if (!theirs) return here
  const shown = shownOf(rules, merged)?.record
  return own && shown ? merged : write(own ?? theirs)
}

/**
 * Carries a plan out: all of it, or nothing. What changed here since it was made is not lost.
 *
 * @throws if storage refuses
 */
export async function applyPlan({ way, changes }: Plan): Promise<void> {
  if (changes.length === 0) return
  const database = await openDatabase()
  const device = await deviceIn(database)
  const transaction = database.transaction(stores, 'readwrite', SAFE)
  const settings = new Map<string, string | undefined>()
  const write = async (kind: Kind, some: Change[]) => {
    const ids = some.map(({ id }) => id)
    const kept = await readKept(transaction as unknown as Reading, kind, ids, device)
    await Promise.all(
      some.map(async ({ id, incoming }, at) => {
        const next = comingOf(kind, kept[at]!.versions, incoming, way, device)
        const record = shownOf(rulesOf[kind], next)?.record ?? null
        await transaction.objectStore('log').put(entryOf(kind, id, next, kind !== 'settings'))
        if (kind === 'settings') settings.set(id, (record as KeptSetting | null)?.choice)
        else if (record) await transaction.objectStore(kind).put(record as never)
        else await transaction.objectStore(kind).delete(id)
      }),
    )
  }
  const work = async () => {
    for (const kind of kinds) {
      const own = changes.filter(change => change.kind === kind)
      for (let start = 0; start < own.length; start += BATCH)
        await write(kind, own.slice(start, start + BATCH))
    }
    // Before it is certain: if the tab ends between the two, the old choice would count as a new one against the log.
    applySettings(settings)
  }
  try {
    await orNothing(transaction, work())
  } catch (error) {
    applySettings(choicesBefore(changes))
    throw error
  }
  await tellChange([...new Set(changes.map(({ kind }) => kind))])
}

/** Puts back what a plan changed, as it was before: as a new change, so that other devices follow. */
export async function undoPlan({ changes }: Plan): Promise<void> {
  for (const store of storedKinds) {
    const before = new Map(
      changes.filter(({ kind }) => kind === store).map(change => [change.id, change.before]),
    )
    await changeRecords(store, before.keys(), (kept, id) => {
      const record = before.get(id) ?? null
      return changeOf((kept as object | undefined) ?? null, record) === 'same' ? undefined : (record as never)
    })
  }
  applySettings(choicesBefore(changes))
}

function choicesBefore(changes: Change[]): Map<string, string | undefined> {
  const settings = changes.filter(({ kind }) => kind === 'settings')
  return new Map(settings.map(({ id, before }) => [id, (before as KeptSetting | null)?.choice]))
}
