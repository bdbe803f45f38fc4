// Takes the place of a service worker that does harm: put this file where the site's `sw.js` is. It removes the worker and
// what it kept, and leaves what is of other sites below the same host, as far as they can be told apart. It shows open pages
// again as the server has them. What readers keep (history, marks, notes, saved, settings) lies elsewhere and stays. See
// docs/hosting.md.
self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', event => {
  event.waitUntil(repair())
})

async function repair() {
  for (const name of await caches.keys()) await clear(name)
  await self.registration.unregister()
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  // One that is in the middle of something answers "no" by itself, and comes without the worker the next time.
  await Promise.allSettled(pages.filter(page => !page.focused).map(page => page.navigate(page.url)))
}

async function clear(name) {
  const { scope } = self.registration
  const base = new URL(scope).pathname
  const isOwn = [`packs${base}`, `saved${base}`].includes(name) || name.endsWith(`-${scope}`)
  const isShared = !name.includes('/')
  if (isOwn || (isShared && base === '/')) return caches.delete(name)
  if (!isShared) return
  const cache = await caches.open(name)
  for (const request of await cache.keys()) if (request.url.startsWith(scope)) await cache.delete(request)
}
