import { keepWithPictures } from '../article/keep-with-pictures.ts'
import { savedCache } from '../offline/own-caches.ts'
import { readSavedIds } from './saved.ts'

/** More come the next time. */
const AT_ONCE = 20

/**
 * Has the device hold what the reader saved: what was taken out goes, and what is missing comes, as it was saved before
 * 2026-11-26 or on another device.
 */
export async function settleSaved(): Promise<void> {
  if (!navigator.serviceWorker?.controller) return
  await dropTakenOut()
  if (!navigator.onLine) return
  const data = (await keptRequests()).filter(({ url }) => url.endsWith('.json'))
  const kept = new Set(data.map(({ url }) => idIn(url)))
  const missing = [...(await readSavedIds())].filter(id => !kept.has(id))
  for (const id of missing.slice(0, AT_ONCE)) await keepWithPictures(id, true)
}

/**
 * Deletes from the device what was kept of articles that are no longer saved.
 *
 * @returns whether there was any
 */
export async function dropTakenOut(): Promise<boolean> {
  const requests = await keptRequests()
  const saved = await readSavedIds()
  const isOut = ({ url }: Request) => !saved.has(idIn(url) ?? '')
  const files = requests.filter(({ url }) => idIn(url) !== null)
  if (!files.some(isOut)) return false
  const cache = await caches.open(savedCache)
  const lists = files.filter(request => request.url.endsWith('.pictures') && !isOut(request))
  const shown = new Set<string>()
  for (const list of lists) {
    const addresses = ((await (await cache.match(list))?.json()) ?? []) as string[]
    for (const address of addresses) shown.add(address)
  }
  for (const request of requests)
    if (isOut(request) && !shown.has(request.url)) await cache.delete(request, { ignoreVary: true })
  return true
}

async function keptRequests(): Promise<readonly Request[]> {
  return (await caches.has(savedCache)) ? (await caches.open(savedCache)).keys() : []
}

/** Of the data of an article, or of the list of its pictures: `shared/saved.ts`. */
const idIn = (address: string): string | null =>
  /\/data\/a\/([0-9a-f]{16})\.(?:json|pictures)$/.exec(address)?.[1] ?? null
