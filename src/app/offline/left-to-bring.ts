import type { PackContents } from './pack.ts'
import { openPacks } from './pack-store.ts'
import { sumOf } from './plan.ts'

/** What of a pack does not lie on the device yet, in packs. Its lists do not tell their size. */
export interface Left {
  bytes: number
  pictures: number
}

export async function leftToBring({ articles }: PackContents): Promise<Left> {
  const database = await openPacks()
  const [kept, pictures] = await Promise.all([database.getAll('articles'), database.getAllKeys('pictures')])
  const copyOf = new Map(kept.map(copy => [copy.id, copy]))
  const fresh = articles.filter(({ id, digest }) => copyOf.get(id)?.digest !== digest)
  const shown = articles.flatMap(({ id, digest }) => {
    const copy = copyOf.get(id)
    return copy?.digest === digest ? copy.pictures : []
  })
  const there = new Set(pictures)
  const missing = new Set(shown.filter(address => !there.has(address)))
  return {
    bytes: sumOf(fresh.map(({ bytes }) => bytes)),
    pictures: sumOf(fresh.map(each => each.pictures)) + missing.size,
  }
}
