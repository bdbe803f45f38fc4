import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Device, newDevice } from '../sync/test-device.ts'

let device: Device

/** What a page does at its start. */
const start = async () => (await import('./keep-twice.ts')).keepTwice()

beforeEach(async () => {
  device = await newDevice()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** All that `localStorage` has goes, and a page is opened anew. */
async function loseLocalStorage() {
  device.kept.clear()
  const { indexedDB } = globalThis
  vi.resetModules()
  vi.stubGlobal('indexedDB', indexedDB)
  await start()
}

const loggedSettings = () => device.database.getAll('log', IDBKeyRange.bound(['settings'], ['settings', []]))

test('settings come back when `localStorage` alone is lost, those that were taken back do not', async () => {
  device.keepChoices({ theme: 'dark', font: 'kai' })
  await start()
  device.keepChoices({ size: '1.5', font: undefined })
  await vi.runAllTimersAsync()
  await vi.waitFor(async () => expect(await loggedSettings()).toHaveLength(3))
  await loseLocalStorage()
  expect(JSON.parse(device.kept.get('shiye.settings')!)).toEqual({ theme: 'dark', size: '1.5' })
})

test('a device knows again that it is synced', async () => {
  await device.database.put('own', { kind: 'dav', account: {} }, 'sync')
  await start()
  expect(device.kept.get('shiye.synced')).toBe('1')
})

test('a device that was never synced, and chose nothing, stays so', async () => {
  await start()
  await loseLocalStorage()
  expect(device.kept.get('shiye.synced')).toBeUndefined()
  expect(device.kept.get('shiye.settings')).toBeUndefined()
})
