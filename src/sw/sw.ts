/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core'
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { registerRoute, setCatchHandler } from 'workbox-routing'
import { assetStrategy } from './asset-cache.ts'
import { dataStrategy, indexStrategy, pageStrategy, pictureStrategy } from './caches.ts'
import { freeRoomWhenFull } from './free-room.ts'
import { installAssets } from './install-assets.ts'
import { keepInPack } from './keep-in-pack.ts'
import { keepPage } from './keep-page.ts'
import { letGo } from './let-go.ts'
import { mendVersion } from './mend-version.ts'
import { assets, base, pages } from './version.ts'

declare const self: ServiceWorkerGlobalScope

// A new version waits until the reader asks for it; only the very first takes over the page that brought it.
if (!self.registration.active) void self.skipWaiting()
clientsClaim()
freeRoomWhenFull()

precacheAndRoute(pages, { directoryIndex: '', cleanURLs: false })

self.addEventListener('install', event => event.waitUntil(installAssets(assets, event)))
registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname.startsWith(`${base}assets/`),
  assetStrategy,
)

// What another app shares is looked up here: its address goes to no server, which might find it too long besides.
const openShell = createHandlerBoundToURL(`${base}shell.html`)
registerRoute(({ request, url }) => request.mode === 'navigate' && url.pathname === `${base}open/`, openShell)
registerRoute(({ request }) => request.mode === 'navigate', pageStrategy)
registerRoute(
  ({ url }) =>
    url.origin === self.location.origin && /^data\/search\/[0-9a-f]+\//.test(url.pathname.slice(base.length)),
  indexStrategy,
)
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
  if (message.type === 'SKIP_WAITING') takeOver()
  if (message.type === 'take-over-if-alone') event.waitUntil(takeOverIfAlone(event.ports[0]))
  if (message.type === 'let-go') letGo()
  if (message.type === 'are-you-there') event.ports[0]?.postMessage('yes')
  if (message.type === 'keep-page') {
    event.waitUntil(keepPage(message, event))
    event.waitUntil(mendVersion(event))
  }
  if (message.type === 'keep-in-pack') event.waitUntil(keepInPack(message, event))
})

function takeOver(): void {
  self.registration.active?.postMessage({ type: 'let-go' })
  void self.skipWaiting()
}

/** Pages that were closed a moment ago may still count. */
async function isOnlyPage(): Promise<boolean> {
  for (let tries = 0; tries < 25; tries++) {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
    if (pages.length === 1) return true
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  return false
}

/** With one page open, which has just been opened, there is nobody in the middle of anything. */
async function takeOverIfAlone(port: MessagePort | undefined): Promise<void> {
  const isAlone = await isOnlyPage()
  port?.postMessage(isAlone ? 'yes' : 'no')
  if (isAlone) takeOver()
}
