import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchSteadily, LEAST, STALL_MS } from './fetch-steadily.ts'

interface Line {
  everyMs: number
  /** Bytes at a time. */
  size: number
  /** How often they come; then the file is there, or the line is silent. */
  times: number
  isWhole: boolean
}

function answerBy({ everyMs, size, times, isWhole }: Line): void {
  vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
    let given = 0
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        const timer = setInterval(() => {
          if (given++ < times) return stream.enqueue(new Uint8Array(size))
          clearInterval(timer)
          if (isWhole) stream.close()
        }, everyMs)
        signal?.addEventListener('abort', () => {
          clearInterval(timer)
          stream.error(signal.reason)
        })
      },
    })
    return new Response(body)
  })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** What has come of a file once so much time has passed: its bytes, or an error. */
async function resultAfter(time: number): Promise<number | string> {
  const bytes = fetchSteadily('https://site.example/large')
    .then(response => response.arrayBuffer())
    .then(
      ({ byteLength }) => byteLength,
      (error: Error) => error.name,
    )
  const late = new Promise<string>(resolve => setTimeout(resolve, time, 'on its way'))
  await vi.advanceTimersByTimeAsync(time)
  return Promise.race([bytes, late])
}

test('a file that comes slowly comes whole', async () => {
  answerBy({ everyMs: STALL_MS / 2, size: LEAST, times: 10, isWhole: true })
  expect(await resultAfter(STALL_MS * 6)).toBe(10 * LEAST)
})

test.each<[string, Line, number]>([
  [
    'that falls silent in the middle',
    { everyMs: 1000, size: LEAST, times: 3, isWhole: false },
    STALL_MS + 3000,
  ],
  ['that trickles', { everyMs: 100, size: 1, times: 1e6, isWhole: false }, STALL_MS],
  ['that never ends', { everyMs: 1000, size: LEAST, times: 1e6, isWhole: false }, 300_000],
])('a line %s is given up', async (_, line, after) => {
  answerBy(line)
  expect(await resultAfter(after - 1)).toBe('on its way')
  expect(await resultAfter(after)).toBe('AbortError')
})

test('a line that never answers is given up', async () => {
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error))
      }),
  )
  expect(await resultAfter(STALL_MS)).toBe('AbortError')
  expect(vi.getTimerCount()).toBe(0)
})

test('nothing waits once a file is there', async () => {
  answerBy({ everyMs: 1000, size: 1, times: 3, isWhole: true })
  expect(await resultAfter(5000)).toBe(3)
  expect(vi.getTimerCount()).toBe(0)
})
