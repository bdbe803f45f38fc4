import { savedCache } from '../offline/own-caches.ts'
import type { Rung } from './ladder.ts'

/** Where the worker keeps pictures that were looked at, and those of saved articles. */
const CACHES = ['pictures', savedCache]

/** The first rung whose picture lies on the device. */
export async function firstKept(rungs: Rung[]): Promise<Rung | undefined> {
  try {
    for (const rung of rungs) if (await caches.match(rung.address, { ignoreVary: true })) return rung
  } catch {
    // Storage is refused, or the page came by http: then nothing is kept.
  }
  return undefined
}

/**
 * Takes answers that turned out to be no pictures out of the worker's caches: of another host it cannot tell a picture
 * from a page that says no, and would give that again and again.
 */
export async function forgetKept(...addresses: string[]): Promise<void> {
  try {
    for (const name of CACHES) {
      const cache = await caches.open(name)
      await Promise.all(addresses.map(address => cache.delete(address, { ignoreVary: true })))
    }
  } catch {
    // As above.
  }
}
