/** What takes room, by what may be done about it. */
export type UseKind = 'app' | 'visited' | 'pictures' | 'saved' | 'packs'

import { packsCache, savedCache } from './own-caches.ts'

export interface Use {
  files: number
  bytes: number
  /** Pictures of other sites that do not tell their size. */
  unread: number
}

const kindOf = (cache: string): UseKind => {
  if (cache === packsCache) return 'packs'
  if (cache === savedCache) return 'saved'
  if (cache === 'pictures') return 'pictures'
  return cache === 'pages' || cache === 'data' ? 'visited' : 'app'
}

/** Those of `visited` and `pictures`. */
export const cachesOf = { visited: ['pages', 'data'], pictures: ['pictures'] } as const

const AT_ONCE = 50

const isOfOtherSite = (cache: string) =>
  /^(packs|saved)(\/|$)/.test(cache) && cache !== packsCache && cache !== savedCache

/** Adds up what lies in the caches. Files of packs are counted when they come: those are not read again. */
export async function measureUse(ofPacks: Pick<Use, 'bytes' | 'unread'>): Promise<Record<UseKind, Use>> {
  const uses: Record<UseKind, Use> = {
    app: none(),
    visited: none(),
    pictures: none(),
    saved: none(),
    packs: none(),
  }
  for (const name of await caches.keys()) {
    if (isOfOtherSite(name)) continue
    const cache = await caches.open(name)
    const requests = await cache.keys()
    const use = uses[kindOf(name)]
    use.files += requests.length
    if (name === packsCache) {
      Object.assign(use, ofPacks)
      continue
    }
    for (let start = 0; start < requests.length; start += AT_ONCE) {
      const responses = await Promise.all(
        requests.slice(start, start + AT_ONCE).map(request => cache.match(request)),
      )
      for (const response of responses) {
        if (response?.type === 'opaque') use.unread++
        else use.bytes += (await response?.blob())?.size ?? 0
      }
    }
  }
  return uses
}

const none = (): Use => ({ files: 0, bytes: 0, unread: 0 })
