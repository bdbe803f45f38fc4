import { keepChoices } from '../settings/setting-store.ts'
import { type Database, deviceIn } from '../storage/database.ts'
import { versionsIn } from '../storage/log.ts'
import { rulesOf } from '../storage/rules.ts'
import { FORMER_NAME, siteName } from '../storage/site-name.ts'
import { nextVersion, shownOf } from '../storage/versions.ts'

/** A setting that the reader chose, or something else that `localStorage` keeps of theirs, by its key there. */
export interface KeptSetting {
  name: string
  choice: string
}

/** Whether what came out of a file is one. */
export function asKeptSetting(record: unknown): KeptSetting | null {
  if (typeof record !== 'object' || record === null) return null
  const { name, choice } = record as Partial<KeptSetting>
  const isOne =
    typeof name === 'string' &&
    typeof choice === 'string' &&
    (otherKeys.includes(name) || (/^[a-z]\w*$/i.test(name) && !derived.includes(name)))
  return isOne ? { name, choice } : null
}

const SETTINGS_KEY = 'shiye.settings'
/** What else is kept there of the reader's own, as files call it; the rest are notes of this device. */
const otherKeys = ['shiye.keys', 'shiye.queue', 'shiye.queue-choice']
/** Settings and keys are the same for all sites below one origin; a queue is one site's. */
const keyOf = (name: string) => (name === 'shiye.keys' ? name : name.replace(FORMER_NAME, siteName))
/** Kept with the settings for the first paint, but made from other data. */
const derived = ['mutes', 'shelf']

/** All that the reader chose here; null is what they took back. What storage lost, or refuses, is not in it. */
function readKeptSettings(): Map<string, string | null> {
  const kept = new Map<string, string | null>()
  const keep = (name: string, choice: unknown) => {
    if (choice === null ? asKeptSetting({ name, choice: '' }) : asKeptSetting({ name, choice }))
      kept.set(name, choice as string | null)
  }
  try {
    const settings: object = JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? '{}') ?? {}
    for (const [name, choice] of Object.entries(settings)) keep(name, choice)
    for (const name of otherKeys) keep(name, localStorage.getItem(keyOf(name)) ?? undefined)
  } catch {
    // What was read until then is all there is.
  }
  return kept
}

/**
 * Settings are chosen without the database. So what changed since it was looked at last is written into the log now;
 * and what was lost with its storage since is chosen again as the log has it.
 */
export async function logSettings(database: Database): Promise<void> {
  const device = await deviceIn(database)
  const kept = readKeptSettings()
  const lost = new Map<string, string>()
  const transaction = database.transaction('log', 'readwrite')
  const entries = await transaction.store.getAll(ofSettings())
  const byName = new Map(entries.map(entry => [entry.id, entry]))
  const writing: Promise<unknown>[] = []
  for (const name of new Set([...kept.keys(), ...byName.keys()])) {
    const versions = versionsIn('settings', byName.get(name), undefined, device)
    const logged = shownOf(rulesOf.settings, versions)?.record as KeptSetting | undefined
    const choice = kept.get(name)
    if (choice === undefined && logged) lost.set(name, logged.choice)
    if (choice === undefined || logged?.choice === (choice ?? undefined)) continue
    const record = choice === null ? null : { name, choice }
    const next = nextVersion(rulesOf.settings, versions, record, device, Date.now())
    writing.push(transaction.store.put({ kind: 'settings', id: name, versions: [next] }))
  }
  await Promise.all([...writing, transaction.done])
  for (const name of readKeptSettings().keys()) lost.delete(name) // chosen meanwhile
  applySettings(lost)
}

export const ofSettings = (): IDBKeyRange => IDBKeyRange.bound(['settings'], ['settings', []])

/** Applies settings at once, in all tabs; undefined takes a choice back. */
export function applySettings(changes: Map<string, string | undefined>): void {
  const choices: Record<string, string | undefined> = {}
  for (const [name, choice] of changes)
    if (otherKeys.includes(name)) keepOther(name, choice)
    else choices[name] = choice
  if (Object.keys(choices).length > 0) keepChoices(choices)
}

function keepOther(name: string, value: string | undefined): void {
  const key = keyOf(name)
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    // Other tabs hear of it by themselves; this one as if it were another.
    dispatchEvent(new StorageEvent('storage', { key }))
  } catch {
    // Storage refuses: nothing here was kept before either.
  }
}
