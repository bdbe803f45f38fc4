/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core'
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { registerRoute, setCatchHandler } from 'workbox-routing'
import { dataStrategy, pageStrategy, pictureStrategy } from './caches.ts'
import { keepArticle } from './keep-article.ts'

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[]
}

const base = new URL(self.registration.scope).pathname

// A new version waits until the reader asks for it; only the very first takes over the page that brought it.
if (!self.registration.active) void self.skipWaiting()
clientsClaim()

precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '', cleanURLs: false })

registerRoute(({ request }) => request.mode === 'navigate', pageStrategy)
registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname.startsWith(`${base}data/`),
  dataStrategy,
)
registerRoute(({ request }) => request.destination === 'image', pictureStrategy)

// A page that was never opened here: the app itself opens, and says what it has and what it lacks.
const openShell = createHandlerBoundToURL(`${base}shell.html`)
setCatchHandler(async options =>
  options.request.mode === 'navigate'
    ? openShell(options as Parameters<typeof openShell>[0])
    : Response.error(),
)

self.addEventListener('message', event => {
  const message: unknown = event.data
  if (typeof message !== 'object' || message === null || !('type' in message)) return
  if (message.type === 'SKIP_WAITING') void self.skipWaiting()
  if (message.type === 'keep-article') event.waitUntil(keepArticle(message, event))
})
