import { pageStrategy, pictureStrategy } from './caches.ts'
import { keepSaved } from './keep-saved.ts'
import { untilLetGo } from './let-go.ts'
import { noteFailure, wasAsked } from './picture-fetch.ts'

/** More pictures than these are kept as they are looked at, not beforehand. */
const MAX_PICTURES = 40

/** A host that has not given a picture by then is passed over. */
const PATIENCE_MS = 20_000

/**
 * Keeps a page that the reader has opened, and those of its pictures that are not kept yet. What cannot
 * be had is left for another time. Where the page is of a saved article, that is kept apart.
 *
 * @param message from the page: `{ page: string, pictures: string[], data?: string, isSaved?: boolean }`, not to be trusted
 * @param event that brought it: the worker lives as long as its work
 */
export async function keepPage(message: object, event: ExtendableEvent): Promise<void> {
  const { page, pictures, data, isSaved } = message as Record<string, unknown>
  const addresses = Array.isArray(pictures) ? pictures.filter(each => typeof each === 'string') : []
  const wanted = addresses.filter(address => /^https?:/.test(address)).slice(0, MAX_PICTURES)
  if (isOwn(page)) await keepDocument(page, event)
  const keepApart = isOwn(data)
    ? await keepSaved(data, wanted, isSaved === true, event).catch(() => null)
    : null
  const end = untilLetGo()
  const dead = new Set<string>()
  for (const address of wanted) {
    if (end.aborted) return
    if (await keepApart?.(address)) continue
    const { origin } = new URL(address)
    if (dead.has(origin) || (wasAsked(address) && !isSaved)) continue
    if (!(await keepPicture(address, event, end))) dead.add(origin)
    await keepApart?.(address)
  }
}

const isOwn = (address: unknown): address is string =>
  typeof address === 'string' && new URL(address).origin === location.origin

async function keepDocument(address: string, event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(pageStrategy.cacheName)
  if (await cache.match(address)) return
  const [response, done] = pageStrategy.handleAll({ event, request: new Request(address) })
  await Promise.allSettled([response, done])
}

/** @returns whether its host answered in time */
async function keepPicture(address: string, event: ExtendableEvent, end: AbortSignal): Promise<boolean> {
  const request = new Request(address, {
    mode: address.startsWith(`${location.origin}/`) ? 'same-origin' : 'no-cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  const [response, done] = pictureStrategy.handleAll({ event, request })
  const kept = Promise.all([response, done]).then(
    () => true,
    () => false,
  )
  response.catch(() => noteFailure(address))
  return Promise.race([kept, late(end)])
}

const late = (end: AbortSignal) =>
  new Promise<false>(resolve => {
    setTimeout(resolve, PATIENCE_MS, false)
    end.addEventListener('abort', () => resolve(false))
  })
