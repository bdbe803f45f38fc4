/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core'
import { createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { registerRoute, setCatchHandler } from 'workbox-routing'
import { assetStrategyFor, dataStrategy, pageStrategy, pictureStrategy } from './caches.ts'
import { keepInPack } from './keep-in-pack.ts'
import { keepPage } from './keep-page.ts'

declare const self: ServiceWorkerGlobalScope

const base = new URL(self.registration.scope).pathname

// A new version waits until the reader asks for it; only the very first takes over the page that brought it.
if (!self.registration.active) void self.skipWaiting()
clientsClaim()

// The build puts the list in this place.
const files = self.__WB_MANIFEST as PrecacheEntry[]
const isAsset = (url: string) => url.startsWith('assets/')
const assetStrategy = assetStrategyFor(files.length)

precacheAndRoute(
  files.filter(({ url }) => !isAsset(url)),
  { directoryIndex: '', cleanURLs: false },
)

// Scripts and styles outlive their version: a page that was kept under an older one needs its own.
self.addEventListener('install', event => {
  const kept = files
    .filter(({ url }) => isAsset(url))
    .flatMap(({ url }) => assetStrategy.handleAll({ event, request: new Request(base + url) }))
  // One that cannot be had fails the installation: no version is ever half there.
  event.waitUntil(Promise.all(kept))
})
registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname.startsWith(`${base}assets/`),
  assetStrategy,
)

// What another app shares is looked up here: its address goes to no server, which might find it too long besides.
const openShell = createHandlerBoundToURL(`${base}shell.html`)
registerRoute(({ request, url }) => request.mode === 'navigate' && url.pathname === `${base}open/`, openShell)
registerRoute(({ request }) => request.mode === 'navigate', pageStrategy)
registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname.startsWith(`${base}data/`),
  dataStrategy,
)
registerRoute(({ request }) => request.destination === 'image', pictureStrategy)

// A page that was never opened here: the app itself opens, and says what it has and what it lacks.
setCatchHandler(async options =>
  options.request.mode === 'navigate'
    ? openShell(options as Parameters<typeof openShell>[0])
    : Response.error(),
)

self.addEventListener('message', event => {
  const message: unknown = event.data
  if (typeof message !== 'object' || message === null || !('type' in message)) return
  if (message.type === 'SKIP_WAITING') void self.skipWaiting()
  if (message.type === 'keep-page') event.waitUntil(keepPage(message, event))
  if (message.type === 'keep-in-pack') event.waitUntil(keepInPack(message, event))
})
