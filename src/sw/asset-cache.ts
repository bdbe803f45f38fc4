import type { WorkboxPlugin } from 'workbox-core'
import { ExpirationPlugin } from 'workbox-expiration'
import { CacheFirst } from 'workbox-strategies'
import { assets, pages } from './version.ts'

/** Whether an answer is a script or a style, and no page or word of an error in its place. */
export const isAsset = ({ status, headers }: Response): boolean =>
  status === 200 && /javascript|css/.test(headers.get('Content-Type') ?? '')

/**
 * A browser may still hold what a host answered while a deploy was half there, and on the way back it does not ask whether
 * that still holds.
 */
const onlyAssets: WorkboxPlugin = {
  fetchDidSucceed: async ({ request, response }) =>
    isAsset(response) ? response : fetch(new Request(request, { cache: 'reload' })),
  cacheWillUpdate: async ({ response }) => (isAsset(response) ? response : null),
}

const KEPT_VERSIONS = 5

/**
 * Scripts and styles: their names change with their content. They outlive their version: a page that was kept under an older
 * one needs its own. However many a version has, a new one never pushes out its own.
 */
export const assetStrategy = new CacheFirst({
  matchOptions: { ignoreVary: true },
  cacheName: 'assets',
  plugins: [onlyAssets, new ExpirationPlugin({ maxEntries: KEPT_VERSIONS * (assets.length + pages.length) })],
})
