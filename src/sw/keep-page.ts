import { pageStrategy, pictureStrategy } from './caches.ts'

/** More pictures than these are kept as they are looked at, not beforehand. */
const MAX_PICTURES = 40

/**
 * Keeps a page that the reader has opened, and those of its pictures that are not kept yet. What cannot
 * be had is left for another time.
 *
 * @param message from the page: `{ page: string, pictures: string[] }`, not to be trusted
 * @param event that brought it: the worker lives as long as its work
 */
export async function keepPage(message: object, event: ExtendableEvent): Promise<void> {
  const { page, pictures } = message as { page?: unknown; pictures?: unknown }
  const addresses = Array.isArray(pictures) ? pictures.filter(each => typeof each === 'string') : []
  const wanted = addresses.filter(address => /^https?:/.test(address)).slice(0, MAX_PICTURES)
  if (typeof page === 'string' && new URL(page).origin === location.origin) await keepDocument(page, event)
  for (const address of wanted) await keepPicture(address, event)
}

async function keepDocument(address: string, event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(pageStrategy.cacheName)
  if (await cache.match(address)) return
  await settled(pageStrategy.handleAll({ event, request: new Request(address) }))
}

async function keepPicture(address: string, event: ExtendableEvent): Promise<void> {
  const request = new Request(address, {
    mode: address.startsWith(location.origin) ? 'same-origin' : 'no-cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  await settled(pictureStrategy.handleAll({ event, request }))
}

/** Waits for the answer and for its place in the cache, and lets a failure be one. */
const settled = ([response, done]: [Promise<Response>, Promise<void>]) => Promise.allSettled([response, done])
