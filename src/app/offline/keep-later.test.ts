import { beforeEach, expect, test, vi } from 'vitest'

const kept = new Map<string, string>()
const pages = new Set<string>()
const network = { onLine: false, userAgent: '' }
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
})
vi.stubGlobal('caches', { match: async (address: string) => (pages.has(address) ? {} : undefined) })
vi.stubGlobal('location', { href: 'https://site.example/' })
vi.stubGlobal('navigator', network)

/** What happens when an article is asked for. */
let ask: (id: string, isSaved: boolean) => void

vi.mock('../article/keep-with-pictures.ts', () => ({
  keepWithPictures: async (id: string, isSaved: boolean) => ask(id, isSaved),
}))
vi.mock('../saved/saved.ts', () => ({ readSavedIds: async () => new Set(['b'.repeat(16)]) }))

const { keepNowOrLater, keepWaiting } = await import('./keep-later.ts')
const { startQueue } = await import('../queue/queue.ts')

const ids = ['a', 'b', 'c'].map(letter => letter.repeat(16))
const comes = (id: string) => void pages.add(`https://site.example/a/${id}/`)
const waiting = () => JSON.parse(kept.get('shiye.keep-later') ?? '[]') as string[]

beforeEach(() => {
  vi.useFakeTimers()
  kept.clear()
  pages.clear()
  network.onLine = false
  for (const id of ids) keepNowOrLater(id, false)
  network.onLine = true
})

test('what was asked for is taken out once it is kept', async () => {
  ask = comes
  await keepWaiting()
  expect(waiting()).toEqual([])
})

test('a network that goes again leaves the rest for the next time', async () => {
  ask = id => {
    comes(id)
    network.onLine = false
  }
  await keepWaiting()
  expect(waiting()).toEqual(ids.slice(1))
})

test('what cannot be had stays, and keeps nothing else waiting', async () => {
  ask = id => id !== ids[0] && comes(id)
  const work = keepWaiting()
  await vi.runAllTimersAsync()
  await work
  expect(waiting()).toEqual([ids[0]])
})

test('what nothing answers yet is asked for again, after some pauses', async () => {
  let asked = 0
  ask = id => ++asked > 2 * ids.length && comes(id)
  const work = keepWaiting()
  await vi.advanceTimersByTimeAsync(60_000)
  await work
  expect(waiting()).toEqual(ids)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(waiting()).toEqual([])
})

test('a queue that is begun without a network is kept once there is one', async () => {
  const id = 'd'.repeat(16)
  network.onLine = false
  startQueue([{ id, title: '', minutes: 1 }], 5)
  expect(waiting()).toContain(id)
  network.onLine = true
  ask = comes
  await keepWaiting()
  expect([...pages]).toContain(`https://site.example/a/${id}/`)
  expect(waiting()).toEqual([])
})

test('what is saved by then is kept as that', async () => {
  const asked: boolean[] = []
  ask = (id, isSaved) => {
    asked.push(isSaved)
    comes(id)
  }
  network.onLine = false
  for (const id of ids) keepNowOrLater(id, id === ids[0])
  network.onLine = true
  await keepWaiting()
  expect(asked).toEqual([false, true, false])
})
