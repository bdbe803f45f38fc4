import type { WorkboxPlugin } from 'workbox-core'
import { assetStrategy } from './asset-cache.ts'
import { installAssets } from './install-assets.ts'

const matchOptions = { ignoreVary: true }

/**
 * The addresses of the scripts and styles that a page of the site is started with. Its text cannot name any: links of the
 * head are let through nowhere else.
 */
export async function assetsOf(page: Response, address: string): Promise<string[]> {
  const links = (await page.clone().text()).matchAll(
    /<link\b[^>]*\bhref="([^"]*\/assets\/[^"]+\.(?:js|css))"/g,
  )
  return [...links].map(([, asset]) => new URL(asset!, address).href)
}

/**
 * Lets a page be kept with its scripts and styles only: a line may break, or a deploy be half there, right after the page
 * has come, and what was kept before would have opened whole. What names none is a page of another, such as one that asks
 * to sign in to the network. Where nothing is kept, a page that was opened is better read without them than not at all.
 */
export const onlyWhole: WorkboxPlugin = {
  cacheWillUpdate: async ({ request, response, event }) => {
    if (await areKept(await assetsOf(response, request.url), event)) return response
    const isFirst = request.mode === 'navigate' && !(await caches.match(request, matchOptions))
    return isFirst ? response : null
  },
}

async function areKept(addresses: string[], event: ExtendableEvent): Promise<boolean> {
  if (addresses.length === 0) return false
  const cache = await caches.open(assetStrategy.cacheName)
  const answers = await Promise.all(addresses.map(address => cache.match(address, matchOptions)))
  const missing = addresses.filter((_, at) => !answers[at])
  return installAssets(missing, event).then(
    () => true,
    () => false,
  )
}
