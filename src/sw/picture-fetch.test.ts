import { beforeEach, expect, test, vi } from 'vitest'

vi.stubGlobal('location', new URL('https://site.example/sw.js'))

/** The module as a worker has it that has just started. */
const start = async () => {
  vi.resetModules()
  return import('./picture-fetch.ts')
}

/** How a host answers: it may be read, it lets nobody read, or the line to it is cut. */
let host: 'readable' | 'closed' | 'cut'
let asked: RequestMode[]

/** What the next request with CORS meets, whatever the host is like. */
let isDropped = false

beforeEach(() => {
  host = 'readable'
  asked = []
})

async function load({ mode }: Request): Promise<Response> {
  asked.push(mode)
  const isReading = mode === 'cors'
  if (host === 'cut' || (isReading && (isDropped || host === 'closed')))
    throw new TypeError('Failed to fetch')
  return new Response(isReading ? 'read' : 'opaque')
}

const address = 'https://pictures.example/1.png'
const picture = () => new Request(address, { mode: 'no-cors' })

test('a host stays readable when one request is dropped', async () => {
  const { fetchPicture, isClosed, isReadable } = await start()
  await fetchPicture(picture(), load)
  isDropped = true
  await Promise.all([fetchPicture(picture(), load), fetchPicture(picture(), load)])
  isDropped = false
  expect(isReadable(address)).toBe(true)
  expect(isClosed(address)).toBe(false)
  expect(await (await fetchPicture(picture(), load)).text()).toBe('read')
})

test('a host that refuses twice is closed, and then asked as pages do', async () => {
  const { fetchPicture, isClosed, isReadable } = await start()
  await fetchPicture(picture(), load)
  host = 'closed'
  await fetchPicture(picture(), load)
  expect(isClosed(address)).toBe(false)
  await fetchPicture(picture(), load)
  expect(isClosed(address)).toBe(true)
  expect(isReadable(address)).toBe(false)
  asked = []
  await fetchPicture(picture(), load)
  expect(asked).toEqual(['no-cors'])
})

test('a host that gives nothing at all says nothing about itself', async () => {
  const { fetchPicture, isClosed } = await start()
  host = 'cut'
  for (let times = 0; times < 3; times++) await expect(fetchPicture(picture(), load)).rejects.toThrow()
  expect(isClosed(address)).toBe(false)
  expect(asked).toHaveLength(6)
})

test('what could not be had for keeping is not asked for by the page right after, and is by a reader who tries again', async () => {
  const { fetchPicture, noteFailure } = await start()
  vi.useFakeTimers()
  noteFailure(address)
  await expect(fetchPicture(picture(), load)).rejects.toThrow(/a moment ago/)
  expect(asked).toEqual([])
  await fetchPicture(picture(), load)
  expect(asked).toEqual(['cors'])
  noteFailure(address)
  vi.advanceTimersByTime(60_000)
  await fetchPicture(picture(), load)
  expect(asked).toEqual(['cors', 'cors'])
  vi.useRealTimers()
})
