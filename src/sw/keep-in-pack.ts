import type { Article } from '../shared/article.ts'
import { DIGEST_LENGTH, type KeepRequest, type Kept, SIGN_MS } from '../shared/packs.ts'
import { fetchSteadily } from './fetch-steadily.ts'
import { packsCache } from './own-caches.ts'
import { fetchPicture, isClosed, isReadable } from './picture-fetch.ts'

/** Files that are under way at once. */
const LANES = 4

/**
 * Keeps files for a pack and tells the page, through the port that came along, what became of each.
 *
 * @param message from the page, not to be trusted
 */
export async function keepInPack(message: object, event: ExtendableMessageEvent): Promise<void> {
  const { kind, addresses, unread = 0, hasSigns } = message as Partial<KeepRequest>
  const port = event.ports[0]
  if (!port || !Array.isArray(addresses)) return
  const wanted = addresses.filter(isAddress)
  const cache = await caches.open(packsCache)
  const answers: Kept[] = []
  let next = 0
  const room = { unread }
  const get = (address: string) =>
    kind === 'picture' ? fetchForPack(address, cache, room) : fetchData(address)
  const lane = async () => {
    while (next < wanted.length) {
      const at = next++
      answers[at] = await keepOne(cache, wanted[at]!, get)
      if (answers[at].is === 'full') next = wanted.length
    }
  }
  const giveSign = () => port.postMessage(null)
  if (hasSigns) giveSign()
  const signs = hasSigns ? setInterval(giveSign, SIGN_MS) : undefined
  await Promise.all(Array.from({ length: LANES }, lane))
  clearInterval(signs)
  port.postMessage(answers)
}

const isAddress = (address: unknown): address is string =>
  typeof address === 'string' && /^https?:/.test(address)

/** What is kept of a file, and what is told of it. */
interface Fetched {
  response: Response
  told: Kept & { is: 'kept' }
}

async function keepOne(
  cache: Cache,
  address: string,
  get: (address: string) => Promise<Fetched | Kept>,
): Promise<Kept> {
  let fetched: Fetched | Kept
  try {
    fetched = await get(address)
  } catch {
    return { is: 'offline' }
  }
  if (!('response' in fetched)) return fetched
  try {
    await cache.put(address, fetched.response)
    return fetched.told
  } catch (error) {
    return { is: (error as Error).name === 'QuotaExceededError' ? 'full' : 'broken' }
  }
}

async function fetchData(address: string): Promise<Fetched | Kept> {
  if (new URL(address).origin !== location.origin) return { is: 'broken' }
  // What the browser holds may be of the version before.
  const response = await fetchSteadily(address, { cache: 'no-cache' })
  if (response.status === 404 || response.status === 410) return { is: 'missing' }
  if (!response.ok) return { is: 'broken' }
  // Some hosts answer for a missing file with a page, and some so while something is wrong.
  if (!response.headers.get('Content-Type')?.includes('json')) return { is: 'broken' }
  const bytes = await response.arrayBuffer()
  try {
    const article = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Article>
    return {
      response: new Response(bytes, { headers: { 'Content-Type': 'application/json' } }),
      told: {
        is: 'kept',
        bytes: bytes.byteLength,
        digest: await digestOf(bytes),
        pictures: picturesOf(article),
      },
    }
  } catch {
    return { is: 'broken' } // cut off on its way
  }
}

/** The whole addresses of the pictures that an article shows. */
function picturesOf({ body = '', cover }: Partial<Article>): string[] {
  const inText = [...body.matchAll(/<img [^>]*?src="([^"]+)"/g)].map(([, address]) =>
    address!.replaceAll('&amp;', '&'),
  )
  const all = cover ? [cover.address, ...inText] : inText
  return [...new Set(all.map(address => new URL(address, location.href).href))]
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest.subarray(0, DIGEST_LENGTH / 2)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

async function fetchForPack(
  address: string,
  cache: Cache,
  room: { unread: number },
): Promise<Fetched | Kept> {
  const kept = await cache.match(address, { ignoreVary: true })
  if (kept) return pictureTold(kept.type === 'opaque' ? null : await kept.blob())
  const request = new Request(address, {
    mode: 'no-cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  if (isClosed(address) && room.unread <= 0) return { is: 'unread' }
  const response = await fetchPicture(request, each => fetchSteadily(each))
  if (response.type === 'opaque' && isReadable(address)) return { is: 'broken' } // the next try can read it
  if (response.type === 'opaque')
    return room.unread-- > 0 ? { response, told: pictureTold(null) } : { is: 'unread' }
  if (response.status === 404 || response.status === 410) return { is: 'missing' }
  const isPicture = response.ok && response.headers.get('Content-Type')?.startsWith('image/')
  if (!isPicture) return { is: 'broken' }
  const picture = await response.blob()
  return {
    response: new Response(picture, { headers: { 'Content-Type': picture.type } }),
    told: pictureTold(picture),
  }
}

/** @param picture null if nobody may read it */
const pictureTold = (picture: Blob | null): Kept & { is: 'kept' } => ({
  is: 'kept',
  bytes: picture?.size ?? 0,
  digest: '',
  pictures: [],
  isUnread: picture === null,
})
