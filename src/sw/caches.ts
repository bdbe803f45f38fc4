import type { WorkboxPlugin } from 'workbox-core'
import { ExpirationPlugin } from 'workbox-expiration'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'

/** On a line that connects and never answers, what is kept is better than waiting longer. */
const PATIENCE_SECONDS = 3

/** Keeps nothing whose type does not fit: some hosts answer for a missing file with a page. */
const onlyType = (type: string): WorkboxPlugin => ({
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && response.headers.get('Content-Type')?.includes(type) ? response : null,
})

/** Whole pages, as they were opened. */
export const pageStrategy = new NetworkFirst({
  cacheName: 'pages',
  networkTimeoutSeconds: PATIENCE_SECONDS,
  plugins: [onlyType('text/html'), new ExpirationPlugin({ maxEntries: 1000, purgeOnQuotaError: true })],
})

/** Lists and articles, for navigation inside the app. */
export const dataStrategy = new NetworkFirst({
  cacheName: 'data',
  networkTimeoutSeconds: PATIENCE_SECONDS,
  plugins: [onlyType('json'), new ExpirationPlugin({ maxEntries: 2000, purgeOnQuotaError: true })],
})

/** Pictures: one address, one picture. Those of other hosts answer without telling their status (0). */
export const pictureStrategy = new CacheFirst({
  cacheName: 'pictures',
  matchOptions: { ignoreVary: true },
  plugins: [
    {
      cacheWillUpdate: async ({ response }) =>
        response.type === 'opaque' ||
        (response.ok && response.headers.get('Content-Type')?.startsWith('image/'))
          ? response
          : null,
    },
    new ExpirationPlugin({ maxEntries: 300, purgeOnQuotaError: true }),
  ],
})
