import { cacheNames, copyResponse } from 'workbox-core'
import { getCacheKeyForURL } from 'workbox-precaching'
import { installAssets } from './install-assets.ts'
import { assets, base, pages } from './version.ts'
import { assetsOf } from './whole-pages.ts'

let mending: Promise<void> | undefined

/**
 * The files of a version can be cleared while its worker stays, by the reader or by the browser: they are kept anew, or
 * the app would not open offline until the next version.
 */
export function mendVersion(event: ExtendableEvent): Promise<void> {
  mending ??= mend(event).finally(() => {
    mending = undefined
  })
  return mending
}

async function mend(event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(cacheNames.precache)
  const there = new Set((await cache.keys()).map(({ url }) => url))
  const lost = pages.map(({ url }) => base + url).filter(page => !there.has(getCacheKeyForURL(page)!))
  if (lost.length === 0) return
  try {
    await installAssets(assets, event)
    for (const page of lost) {
      const response = await fetch(page, { cache: 'no-cache' })
      if (!(await isOfVersion(page, response))) continue
      // No page may be answered with a file that was found by a redirect.
      await cache.put(getCacheKeyForURL(page)!, response.redirected ? await copyResponse(response) : response)
    }
  } catch {
    // No network, or no room: another time.
  }
}

/**
 * The server may have the page of a newer version, whose worker is on its way and keeps it, or give a page for a file
 * that is missing.
 */
async function isOfVersion(page: string, response: Response): Promise<boolean> {
  const isPage = /html/.test(response.headers.get('Content-Type') ?? '')
  if (!response.ok || isPage !== page.endsWith('.html')) return false
  if (!isPage) return true
  const named = await assetsOf(response, response.url)
  return named.length > 0 && named.every(address => assets.includes(new URL(address).pathname))
}
