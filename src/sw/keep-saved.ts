import { picturesBeside } from '../shared/saved.ts'
import { dataStrategy, isWholeData, pictureStrategy } from './caches.ts'
import { savedCache } from './own-caches.ts'
import { findOpaque } from './picture-fetch.ts'

/** Of all saved articles. Each counts for much, see `UNREAD_BYTES`; more stay among those that were seen. */
const MOST_OPAQUE = 100

const matchOptions = { ignoreVary: true }

/**
 * Keeps the data of a saved article. Its page is kept as one that was seen: in a few versions the scripts of that are gone,
 * while the app's own page shows data of any age.
 *
 * @param isNew whether it was saved just now; else nothing is done unless it lies here already
 * @returns moves a picture here from wherever it is kept, and tells whether it is here; null if the article is not saved
 */
export async function keepSaved(
  data: string,
  pictures: string[],
  isNew: boolean,
  event: ExtendableEvent,
): Promise<((address: string) => Promise<boolean>) | null> {
  const cache = await caches.open(savedCache)
  const isKept = (await cache.match(data, matchOptions)) !== undefined
  if (!isNew && !isKept) return null
  await notePictures(cache, data, pictures)
  if (!isKept) await keepData(cache, data, event)
  let opaque: number | undefined
  return async address => {
    if (await cache.match(address, matchOptions)) return true
    const kept = await caches.match(address, matchOptions)
    if (!kept) return false
    if (kept.type === 'opaque') {
      opaque ??= (await findOpaque(cache)).size
      if (opaque++ >= MOST_OPAQUE) return false
    }
    try {
      await cache.put(address, kept)
    } catch {
      return false // without room it stays where it is
    }
    await (await caches.open(pictureStrategy.cacheName)).delete(address, matchOptions)
    return true
  }
}

/** Before they come: who takes an article out knows by this what goes with it. */
async function notePictures(cache: Cache, data: string, pictures: string[]): Promise<void> {
  const list = picturesBeside(data)
  const known = ((await (await cache.match(list))?.json()) ?? []) as string[]
  await cache.put(list, Response.json([...new Set([...known, ...pictures])]))
}

async function keepData(cache: Cache, data: string, event: ExtendableEvent): Promise<void> {
  const kept = await caches.match(data, matchOptions)
  if (kept) return cache.put(data, kept)
  const [answer, done] = dataStrategy.handleAll({ event, request: new Request(data) })
  const [response] = await Promise.allSettled([answer.then(response => response.clone()), done])
  if (response.status === 'fulfilled' && (await isWholeData(response.value)))
    await cache.put(data, response.value)
}
