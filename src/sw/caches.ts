import type { WorkboxPlugin } from 'workbox-core'
import { ExpirationPlugin } from 'workbox-expiration'
import { CacheFirst } from 'workbox-strategies'
import { abortable } from './let-go.ts'
import { NetworkInTime } from './network-in-time.ts'
import { packsCache, savedCache } from './own-caches.ts'
import { fetchPicture, forgetOpaque, isReadable } from './picture-fetch.ts'
import { onlyWhole } from './whole-pages.ts'

/** Hosts vary by `Origin` and `Accept-Encoding`, which change nothing here but would make what is kept unfindable. */
const matchOptions = { ignoreVary: true }

/** Whether an answer is of a type: some hosts answer for a missing file with a page. */
const isOf = ({ status, headers }: Response, types: RegExp) =>
  status === 200 && types.test(headers.get('Content-Type') ?? '')

/** Keeps nothing whose type does not fit. */
const onlyTypes = (types: RegExp): WorkboxPlugin => ({
  cacheWillUpdate: async ({ response }) => (isOf(response, types) ? response : null),
})

/** Whether an answer is data, and was not cut off on its way. */
export const isWholeData = async (response: Response): Promise<boolean> =>
  isOf(response, /json/) &&
  response
    .clone()
    .json()
    .then(
      () => true,
      () => false,
    )

/** Lets a strategy find what the reader asked to be kept, where it has nothing of its own. */
const fromKept: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
    cachedResponse ??
    (await caches.match(request, { ...matchOptions, cacheName: packsCache })) ??
    (await caches.match(request, { ...matchOptions, cacheName: savedCache })),
}

/** A saved article is read as it came last. */
const renewSaved: WorkboxPlugin = {
  cacheDidUpdate: async ({ request, newResponse }) => {
    const saved = await caches.open(savedCache)
    if (await saved.match(request, matchOptions)) await saved.put(request, newResponse)
  },
}

/** Hosts have several types for files that they do not know, or none. */
const NO_PAGE = /^(?!text\/html)/

/**
 * A host may let browsers keep pages for a while, and a deploy would be seen only after it: the server is asked in any
 * case, if only whether it is still the same. A redirect stays one, as browsers demand of a page.
 */
const askServer: WorkboxPlugin = {
  requestWillFetch: async ({ request: { url, headers, mode } }) =>
    new Request(url, {
      headers,
      cache: 'no-cache',
      credentials: 'same-origin',
      ...(mode === 'navigate' && { redirect: 'manual' }),
    }),
}

/** Whole pages, as they were opened. */
export const pageStrategy = new NetworkInTime({
  matchOptions,
  cacheName: 'pages',
  fits: response => response.type === 'opaqueredirect' || isOf(response, /html/),
  plugins: [askServer, abortable, onlyTypes(/html/), onlyWhole, new ExpirationPlugin({ maxEntries: 1000 })],
})

/** Lists and articles, for navigation inside the app. */
export const dataStrategy = new NetworkInTime({
  matchOptions,
  cacheName: 'data',
  fits: isWholeData,
  plugins: [
    askServer,
    abortable,
    { cacheWillUpdate: async ({ response }) => ((await isWholeData(response)) ? response : null) },
    new ExpirationPlugin({ maxEntries: 2000 }),
    fromKept,
    renewSaved,
  ],
})

/**
 * The search index, but for the file that names its parts: their names change with their content. So many hold what a hundred
 * searches need of a large one, some 10 MB.
 */
export const indexStrategy = new CacheFirst({
  matchOptions,
  cacheName: 'search',
  plugins: [abortable, onlyTypes(NO_PAGE), new ExpirationPlugin({ maxEntries: 1000 })],
})

/** A picture larger than this is shown, not kept. */
const LARGEST_PICTURE = 3_000_000

/** What a host says of the size; one that says nothing is believed to be small. */
const isSmall = (response: Response) => !(Number(response.headers.get('Content-Length')) > LARGEST_PICTURE)

/**
 * Pictures: one address, one picture. Those of hosts that let nobody read them answer without telling status, type or
 * size: `picture-fetch.ts` sees to it that they stay few.
 */
export const pictureStrategy = new (class extends CacheFirst {
  override async _handle(...[request, handler]: Parameters<CacheFirst['_handle']>): Promise<Response> {
    const kept = await handler.cacheMatch(request)
    if (kept) return kept
    const response = await fetchPicture(request, each => handler.fetch(each))
    void handler.waitUntil(handler.cachePut(request, response.clone()))
    return response
  }
})({
  matchOptions,
  cacheName: 'pictures',
  plugins: [
    abortable,
    {
      cacheWillUpdate: async ({ request, response }) => {
        const isWanted =
          response.type === 'opaque'
            ? !isReadable(request.url)
            : response.ok && response.headers.get('Content-Type')?.startsWith('image/') && isSmall(response)
        return isWanted ? response : null
      },
      cacheDidUpdate: async ({ cacheName, newResponse, request }) => {
        if (newResponse.type === 'opaque') await forgetOpaque(await caches.open(cacheName), request.url)
      },
    },
    new ExpirationPlugin({ maxEntries: 300 }),
    fromKept,
  ],
})
