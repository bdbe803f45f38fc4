import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'

/** A device of its own for tests: its database, its `localStorage`, and the app's modules on it. */
export async function newDevice() {
  const indexedDB = new IDBFactory()
  const kept = new Map<string, string>([['shiye.settings', '{}']])
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.stubGlobal('indexedDB', indexedDB)
  vi.stubGlobal('document', {
    documentElement: { dataset: {}, style: { setProperty: () => {}, removeProperty: () => {} } },
  })
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('dispatchEvent', () => {})
  vi.stubGlobal('StorageEvent', class {})
  vi.resetModules()
  const modules = {
    ...(await import('../storage/database.ts')),
    ...(await import('../history/history.ts')),
    ...(await import('../history/read-marks.ts')),
    ...(await import('../marks/marks.ts')),
    ...(await import('../saved/saved.ts')),
    ...(await import('../mute/mutes.ts')),
    ...(await import('../settings/setting-store.ts')),
    ...(await import('../backup/write-backup.ts')),
    ...(await import('../backup/read-backup.ts')),
    ...(await import('../backup/plan.ts')),
    ...(await import('./sync.ts')),
  }
  const database = await modules.openDatabase()
  const storage = globalThis.localStorage
  /** All that the reader has on this device. */
  const all = async () => {
    const stores = ['visits', 'marks', 'saved', 'readMarks', 'mutes'] as const
    const records = await Promise.all(stores.map(async store => [store, await database.getAll(store)]))
    const settings = Object.entries(JSON.parse(kept.get('shiye.settings') ?? '{}'))
    const chosen = Object.fromEntries(settings.filter(([, choice]) => choice !== null))
    return { ...Object.fromEntries(records), settings: chosen }
  }
  /** What follows happens on this device. */
  const use = () => vi.stubGlobal('localStorage', storage)
  return { ...modules, database, kept, all, use }
}

export type Device = Awaited<ReturnType<typeof newDevice>>
