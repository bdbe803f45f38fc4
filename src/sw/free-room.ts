import { registerQuotaErrorCallback } from 'workbox-core'

/** Where what was only seen lies, the least missed first. The page, which knows what was read, has a finer order: `free-space.ts`. */
const seen = [['pictures'], ['search'], ['pages', 'data']]

/** Files come together, and what one of them freed is there for the others too. */
const ENOUGH_FOR_MS = 5000

let freedAt = Number.NEGATIVE_INFINITY

/** Sees to it that a device without room loses one kind of what was seen after the other, and not all at once. */
export function freeRoomWhenFull(): void {
  registerQuotaErrorCallback(async () => {
    if (performance.now() - freedAt < ENOUGH_FOR_MS) return
    freedAt = performance.now()
    for (const names of seen) {
      const were = await Promise.all(names.map(name => caches.delete(name)))
      if (were.includes(true)) return
    }
  })
}
