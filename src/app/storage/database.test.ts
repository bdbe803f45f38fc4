import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { dismissToast, shownToast } from '../ui/toast.ts'
import type { Schema } from './database.ts'
import { type StoredKind, storedKinds } from './rules.ts'
import { takeOver } from './take-over.ts'
import { formerRecords, makeFormer } from './test-former-versions.ts'
import { upgrade, VERSION } from './upgrade.ts'

const values = new Map<string, string>()

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  })
  values.clear()
  dismissToast()
})

/** The app as it starts in a new tab. */
async function start() {
  vi.resetModules()
  const { openDatabase } = await import('./database.ts')
  return openDatabase()
}

const openOwn = (name: string) => openDB<Schema>(name, VERSION, { upgrade })

describe.each([1, 2, 3] as const)('a database of version %i', version => {
  test('keeps all it holds, damaged records too, and gains what came later', async () => {
    await makeFormer('shiye', version)
    const database = await start()
    for (const kind of storedKinds)
      expect(await database.getAll(kind)).toEqual(formerRecords[version][kind] ?? [])
    const fresh = await openOwn('fresh')
    expect([...database.objectStoreNames]).toEqual([...fresh.objectStoreNames])
    for (const store of database.objectStoreNames)
      expect([...database.transaction(store).store.indexNames]).toEqual([
        ...fresh.transaction(store).store.indexNames,
      ])
    expect(await database.get('own', 'device')).toMatch(/^[0-9a-z]+$/)
    database.close()
  })

  test('is read by pages and backups, which leave out what is damaged', async () => {
    await makeFormer('shiye', version)
    const database = await start()
    const { asRecord, keptEntries } = await import('../backup/entries.ts')
    for (const kind of storedKinds) {
      const found: unknown[] = []
      for await (const some of keptEntries(kind))
        found.push(...some.flatMap(({ versions }) => versions.map(({ record }) => record)))
      expect(found).toEqual((formerRecords[version][kind] ?? []).filter(record => asRecord[kind](record)))
    }
    database.close()
  })
})

describe('sites below one origin', () => {
  const idsIn = async (name: string, kind: StoredKind) => (await openDB(name)).getAllKeys(kind)

  test('take over once what they kept together, and nothing that is written after', async () => {
    await makeFormer('shiye', 3)
    const root = await openOwn('shiye')
    const later = { ...(formerRecords[1].visits![1] as Schema['visits']['value']), id: 'later' }
    await root.put('visits', { ...later, startedAt: Date.now() + 1000 })
    const own = await openOwn('shiye/reader/')
    await own.put('mutes', { id: 'r', kind: 'word', text: 'own', createdAt: 1 })
    await takeOver(own, 'shiye')
    expect(await own.getAll('visits')).toEqual(formerRecords[3].visits)
    expect(await own.getAll('saved')).toEqual(formerRecords[3].saved)
    expect(await own.get('mutes', 'r')).toMatchObject({ text: 'own' })
    await own.delete('saved', '0123456789abcdef')
    await takeOver(own, 'shiye')
    expect(await own.count('saved')).toBe(0)
    expect(await root.count('saved')).toBe(1)
  })

  test('take over from a database that no newer version has opened yet, and leave it as it was', async () => {
    await makeFormer('shiye', 2)
    const own = await openOwn('shiye/reader/')
    await takeOver(own, 'shiye')
    expect(await idsIn('shiye/reader/', 'marks')).toEqual(['broken', 'm'])
    expect((await openDB('shiye')).version).toBe(2)
  })

  test('take nothing of a site that began after they parted, and make no database where none is', async () => {
    const own = await openOwn('shiye/reader/')
    await takeOver(own, 'shiye')
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['shiye/reader/'])
    const root = await openOwn('shiye')
    await root.put('visits', formerRecords[1].visits![1] as Schema['visits']['value'])
    const another = await openOwn('shiye/other/')
    await takeOver(another, 'shiye')
    expect(await another.count('visits')).toBe(0)
  })
})

test('a database that is gone is told from one that never was, once', async () => {
  const first = await start()
  expect(shownToast()).toBeNull()
  expect(await first.get('own', 'clearedAt')).toBeUndefined()
  const { putRecords } = await import('./write.ts')
  await putRecords('mutes', [{ id: 'r', kind: 'word', text: 'x', createdAt: 1 }])
  first.close()
  vi.stubGlobal('indexedDB', new IDBFactory())
  const second = await start()
  expect(await second.get('own', 'clearedAt')).toEqual(expect.any(Number))
  expect((await import('../ui/toast.ts')).shownToast()).toMatchObject({ stays: true })
})

test('a connection that was lost is opened again, and an older tab reads on in a newer database', async () => {
  const database = await start()
  database.close() // as a browser does that tells nobody
  expect(() => database.transaction('visits')).toThrow()
  const { openDatabase } = await import('./database.ts')
  const again = await openDatabase()
  expect(await again.count('visits')).toBe(0)

  const newer = await openDB('shiye', VERSION + 1)
  const older = await openDatabase()
  expect(older.version).toBe(VERSION + 1)
  await older.put('mutes', { id: 'r', kind: 'word', text: 'x', createdAt: 1 })
  expect(await newer.count('mutes')).toBe(1)
})

test('storage that answers late is an error at first, and used once it answers', async () => {
  const held = await new Promise<IDBDatabase>(resolve => {
    const request = indexedDB.open('shiye', 1)
    request.onsuccess = () => resolve(request.result)
  })
  await expect(start()).rejects.toMatchObject({ name: 'TimeoutError' })
  held.close()
  const { openDatabase } = await import('./database.ts')
  await vi.waitFor(async () => expect((await openDatabase()).version).toBe(VERSION))
})
