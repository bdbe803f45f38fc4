import type { WorkboxPlugin } from 'workbox-core'
import { ExpirationPlugin } from 'workbox-expiration'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'
import { fromPacks } from './keep-in-pack.ts'

/** On a line that connects and never answers, what is kept is better than waiting longer. */
const PATIENCE_SECONDS = 3

/** Hosts vary by `Origin` and `Accept-Encoding`, which change nothing here but would make what is kept unfindable. */
const matchOptions = { ignoreVary: true }

/** Keeps nothing whose type does not fit: some hosts answer for a missing file with a page. */
const onlyTypes = (types: RegExp): WorkboxPlugin => ({
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && types.test(response.headers.get('Content-Type') ?? '') ? response : null,
})

const KEPT_VERSIONS = 5

/**
 * Scripts and styles: their names change with their content.
 *
 * @param files of one version: whatever their number, a new one never pushes out its own
 */
export const assetStrategyFor = (files: number) =>
  new CacheFirst({
    matchOptions,
    cacheName: 'assets',
    plugins: [onlyTypes(/javascript|css/), new ExpirationPlugin({ maxEntries: KEPT_VERSIONS * files })],
  })

/** Whole pages, as they were opened. */
export const pageStrategy = new NetworkFirst({
  matchOptions,
  cacheName: 'pages',
  networkTimeoutSeconds: PATIENCE_SECONDS,
  plugins: [onlyTypes(/html/), new ExpirationPlugin({ maxEntries: 1000, purgeOnQuotaError: true })],
})

/** Lists and articles, for navigation inside the app. */
export const dataStrategy = new NetworkFirst({
  matchOptions,
  cacheName: 'data',
  networkTimeoutSeconds: PATIENCE_SECONDS,
  plugins: [
    onlyTypes(/json/),
    new ExpirationPlugin({ maxEntries: 2000, purgeOnQuotaError: true }),
    fromPacks,
  ],
})

/** Pictures: one address, one picture. Those of other hosts answer without telling their status (0). */
export const pictureStrategy = new CacheFirst({
  matchOptions,
  cacheName: 'pictures',
  plugins: [
    {
      cacheWillUpdate: async ({ response }) =>
        response.type === 'opaque' ||
        (response.ok && response.headers.get('Content-Type')?.startsWith('image/'))
          ? response
          : null,
    },
    new ExpirationPlugin({ maxEntries: 300, purgeOnQuotaError: true }),
    fromPacks,
  ],
})
