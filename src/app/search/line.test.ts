import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Line, PATIENCE_MS } from './line.ts'

/** What is asked for, with what sends a piece of it; and what ends it. */
let asked: Record<string, { send: (piece: string) => void; end: () => void }>

beforeEach(() => {
  asked = {}
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('fetch', async (address: string, { signal }: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        signal!.addEventListener('abort', () => stream.error(signal!.reason))
        asked[address] = {
          send: piece => stream.enqueue(new TextEncoder().encode(piece)),
          end: () => stream.close(),
        }
      },
    })
    return new Response(body)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes)

test('a file is waited for as long as anything comes, of it or of another', async () => {
  const line = new Line()
  const [one, other] = [line.get('one').then(textOf), line.get('other').then(textOf)]
  for (const piece of 'abcdef') {
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1)
    asked.one!.send(piece)
  }
  asked.one!.end()
  expect(await one).toBe('abcdef')
  await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1)
  asked.other!.send('x')
  asked.other!.end()
  expect(await other).toBe('x')
})

test('all that is under way is given up once nothing comes any more, and the next file is had', async () => {
  const line = new Line()
  const files = Promise.allSettled([line.get('one'), line.get('other')])
  await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1)
  asked.one!.send('half')
  await vi.advanceTimersByTimeAsync(PATIENCE_MS)
  expect((await files).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const next = line.get('next').then(textOf)
  await vi.advanceTimersByTimeAsync(0)
  asked.next!.send('whole')
  asked.next!.end()
  expect(await next).toBe('whole')
})
