import { setImmediate } from 'node:timers'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Kept } from '../../shared/packs.ts'
import { askWorker } from './ask-worker.ts'

/** Where the worker answers. */
let port: MessagePort

vi.stubGlobal('navigator', {
  serviceWorker: {
    ready: Promise.resolve({
      active: { postMessage: (_: object, [given]: [MessagePort]) => (port = given) },
    }),
  },
})

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

/** Ports deliver by no timer that a test can turn on. */
const delivered = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)))

const ask = () => askWorker({ kind: 'data', addresses: ['https://site.example/large'], unread: 0 })

test('a worker that says it is still at it is waited for', async () => {
  const answer = ask()
  await delivered()
  for (let minute = 0; minute < 10; minute++) {
    port.postMessage(null)
    await delivered()
    await vi.advanceTimersByTimeAsync(60_000)
  }
  const kept: Kept[] = [{ is: 'kept', bytes: 1, digest: '', pictures: [] }]
  port.postMessage(kept)
  expect(await answer).toEqual(kept)
})

test('a worker that says nothing was stopped', async () => {
  const answer = ask()
  await delivered()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(await answer).toEqual([{ is: 'offline' }])
})
