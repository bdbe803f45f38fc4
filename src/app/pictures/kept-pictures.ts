import type { Rung } from './ladder.ts'

/** Where the worker keeps pictures: `sw/caches.ts`. */
const CACHE = 'pictures'

/** The first rung whose picture lies on the device. */
export async function firstKept(rungs: Rung[]): Promise<Rung | undefined> {
  try {
    const cache = await caches.open(CACHE)
    for (const rung of rungs) if (await cache.match(rung.address, { ignoreVary: true })) return rung
  } catch {
    // Storage is refused, or the page came by http: then nothing is kept.
  }
  return undefined
}

/**
 * Takes answers that turned out to be no pictures out of the worker's cache: of another host it cannot tell a picture
 * from a page that says no, and would give that again and again.
 */
export async function forgetKept(...addresses: string[]): Promise<void> {
  try {
    const cache = await caches.open(CACHE)
    await Promise.all(addresses.map(address => cache.delete(address, { ignoreVary: true })))
  } catch {
    // As above.
  }
}
