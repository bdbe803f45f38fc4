import { afterEach, expect, test, vi } from 'vitest'
import { fetchJson, isPageFile, LoadError, providePageFiles } from './fetch-json.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  providePageFiles({})
})

const answer = (body: string, init: ResponseInit = {}, type = 'application/json') => {
  const fetch = vi.fn(async () => new Response(body, { ...init, headers: { 'Content-Type': type } }))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

test.each(['application/json', 'application/json; charset=utf-8', 'application/problem+json'])(
  'JSON of the type %s is read',
  async type => {
    const fetch = answer('{"a":[1]}', {}, type)
    expect(await fetchJson('/data/x.json', {})).toEqual({ a: [1] })
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/data/x.json')
  },
)

test.each([
  ['404', 'missing', '{}', { status: 404 }, 'application/json'],
  ['410', 'missing', '{}', { status: 410 }, 'application/json'],
  ['500', 'broken', '{}', { status: 500 }, 'application/json'],
  ['503 with a page', 'broken', '<html>', { status: 503 }, 'text/html'],
  ['a page instead of JSON', 'missing', '<!doctype html>', {}, 'text/html'],
  ['JSON that was cut off', 'broken', '{"a":[1', {}, 'application/json'],
  ['nothing at all', 'broken', '', {}, 'application/json'],
  ['JSON of another kind', 'broken', '[1]', {}, 'application/json'],
] as const)('an answer of %s is %s', async (_, reason, body, init, type) => {
  answer(body, init, type)
  const error = await fetchJson<{ a: number[] }>('/data/x.json', { a: [0] }).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(LoadError)
  expect(error).toMatchObject({ reason, message: `/data/x.json: ${reason}` })
})

test('only a status says that a file is gone', async () => {
  answer('{}', { status: 404 })
  await expect(fetchJson('/data/x.json', {})).rejects.toMatchObject({ isGone: true })
  answer('<!doctype html>', {}, 'text/html')
  await expect(fetchJson('/data/x.json', {})).rejects.toMatchObject({ isGone: false })
})

test('an answer without a type is taken for missing', async () => {
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array([123, 125])))
  await expect(fetchJson('/data/x.json', {})).rejects.toMatchObject({ reason: 'missing' })
})

test('a network that fails is offline', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(fetchJson('/data/x.json', {})).rejects.toMatchObject({ reason: 'offline', name: 'LoadError' })
})

test('files that came with the page need no network', async () => {
  const fetch = answer('{}')
  providePageFiles({ '/data/x.json': { a: 1 } })
  expect(await fetchJson('/data/x.json', {})).toEqual({ a: 1 })
  expect(fetch).not.toHaveBeenCalled()
  expect([isPageFile('/data/x.json'), isPageFile('/data/y.json'), isPageFile('toString')]).toEqual([
    true,
    false,
    false,
  ])
})

test('once the page is left its files are fetched again', async () => {
  answer('{"a":2}')
  providePageFiles({ '/data/x.json': { a: 1 } })
  providePageFiles({})
  expect(await fetchJson('/data/x.json', {})).toEqual({ a: 2 })
})
