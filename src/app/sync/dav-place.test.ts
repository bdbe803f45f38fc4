import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asDavAccount, davPlace, isAllowed } from './dav-place.ts'

const account = { address: 'https://site.example/dav/shiye.json', name: '读者', password: 'p:w' }

/** A server with one file, which knows one reader. */
let file: { text: string; tag: string } | null
let answer: ((init: RequestInit) => Response) | null

beforeEach(() => {
  file = null
  answer = null
  vi.stubGlobal('location', new URL('https://site.example/backup/'))
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => answer?.(init) ?? serve(init))
})
afterEach(() => vi.unstubAllGlobals())

function serve({ method, headers, body }: RequestInit): Response | Promise<Response> {
  const sent = new Headers(headers)
  const known = Buffer.from(sent.get('Authorization')!.slice(6), 'base64').toString()
  if (known !== '读者:p:w') return new Response(null, { status: 401 })
  if (method === 'GET')
    return file
      ? new Response(file.text, { headers: { ETag: file.tag } })
      : new Response(null, { status: 404 })
  const fits = file ? sent.get('If-Match') === file.tag : sent.get('If-None-Match') === '*'
  if (!fits) return new Response(null, { status: 412 })
  return (body as Blob).text().then(text => {
    file = { text, tag: `"${text.length}"` }
    return new Response(null, { status: 204 })
  })
}

test('a file is made where there is none, read, and written over only as it was read', async () => {
  const [one, other] = [davPlace(account), davPlace(account)]
  expect(await one.read()).toEqual({ content: null, mark: null })
  expect(await one.write(new Blob(['a']), null)).toBe(true)
  expect(await other.write(new Blob(['other']), null)).toBe(false)
  const { content, mark } = await other.read()
  expect(await content!.text()).toBe('a')
  expect(await one.write(new Blob(['of one']), mark)).toBe(true)
  expect(await other.write(new Blob(['of another']), mark)).toBe(false)
  expect(file!.text).toBe('of one')
})

test.each<[string, (init: RequestInit) => Response, RegExp]>([
  ['knows nobody', () => new Response(null, { status: 401 }), /name and password/],
  ['is broken', () => new Response(null, { status: 500 }), /HTTP \{status\}/],
  ['tells no version', () => new Response('{}'), /overwrite each other/],
  ['tells a weak version', () => new Response('{}', { headers: { ETag: 'W/"1"' } }), /overwrite each other/],
  [
    'does not let the site in',
    () => {
      throw new TypeError('Failed to fetch')
    },
    /CORS/,
  ],
])('a server that %s is told in plain words', async (_, answering, reason) => {
  answer = answering
  await expect(davPlace(account).read()).rejects.toThrow(reason)
})

test.each([
  ['https://site.example/x.json', true],
  ['/x.json', true],
  ['https://dav.example.org/x.json', false],
  ['http://site.example/x.json', false],
  ['https://me:secret@site.example/x.json', false],
  ['javascript:alert(1)', false],
  ['https://', false],
])('whether the pages may talk to %s: %s', (address, isOne) => {
  expect(isAllowed(address)).toBe(isOne)
  expect(asDavAccount({ ...account, address }) !== null).toBe(isOne)
})
