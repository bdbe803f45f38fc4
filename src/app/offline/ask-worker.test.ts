import { setImmediate } from 'node:timers'
import { beforeEach, expect, test, vi } from 'vitest'
import { type Kept, SIGN_MS } from '../../shared/packs.ts'
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
  for (let time = 0; time < 600_000; time += 2 * SIGN_MS) {
    port.postMessage(null)
    await delivered()
    await vi.advanceTimersByTimeAsync(2 * SIGN_MS)
  }
  const kept: Kept[] = [{ is: 'kept', bytes: 1, digest: '', pictures: [] }]
  port.postMessage(kept)
  expect(await answer).toEqual(kept)
})

test('a worker that says nothing more was stopped', async () => {
  const answer = ask()
  await delivered()
  port.postMessage(null)
  await delivered()
  await vi.advanceTimersByTimeAsync(3 * SIGN_MS)
  expect(await answer).toEqual([{ is: 'offline' }])
})

test('one that never says anything may be of an older version, and is waited for longer', async () => {
  const answer = ask()
  await delivered()
  const isOver = vi.fn()
  answer.finally(isOver)
  await vi.advanceTimersByTimeAsync(119_000)
  expect(isOver).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await answer).toEqual([{ is: 'offline' }])
})
