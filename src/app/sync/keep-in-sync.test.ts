import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { newDevice } from './test-device.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what failed is tried again by itself, later each time, until it goes well', async () => {
  await newDevice()
  vi.stubGlobal('navigator', {})
  const { setPartner, syncState } = await import('./state.ts')
  const { syncNow } = await import('./keep-in-sync.ts')
  let tries = 0
  const handle = {
    getFile: async () => {
      tries++
      throw new DOMException('', 'NotReadableError')
    },
  }
  setPartner({ kind: 'file', handle: handle as never })
  vi.useFakeTimers()
  await syncNow()
  expect(syncState()).toMatchObject({ is: 'failed' })
  for (const [wait, triesThen] of [
    [59_000, 1],
    [1000, 2],
    [119_000, 2],
    [1000, 3],
  ] as const) {
    await vi.advanceTimersByTimeAsync(wait)
    expect(tries).toBe(triesThen)
  }
  setPartner(null)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(tries).toBe(3)
})
