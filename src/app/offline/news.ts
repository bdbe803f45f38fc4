import type { News } from '../../shared/article.ts'

/** What the reader has seen of the site's newest. */
export interface Seen {
  /** Milliseconds since 1970. */
  at: number
  ids: string[]
}

/** How many articles came since; `isAll` if there may be more than the site tells of. */
export function countNews({ newest }: News, seen: Seen): { count: number; isAll: boolean } {
  const known = new Set(seen.ids)
  const stillThere = newest.filter(([id]) => known.has(id)).map(([, published]) => published)
  // What is older than all that was seen came in from the end, as newer ones were taken away.
  const oldest = stillThere.length > 0 ? Math.min(...stillThere) : Number.NEGATIVE_INFINITY
  const fresh = newest.filter(([id, published]) => !known.has(id) && published >= oldest)
  return { count: fresh.length, isAll: fresh.length === newest.length && newest.length > 0 }
}

/** What came out of storage, which may be anything. */
export function asSeen(record: unknown): Seen | null {
  if (typeof record !== 'object' || record === null) return null
  const { at, ids } = record as Partial<Seen>
  const isWhole = Number.isFinite(at) && Array.isArray(ids) && ids.every(id => typeof id === 'string')
  return isWhole ? { at: at!, ids: ids! } : null
}
