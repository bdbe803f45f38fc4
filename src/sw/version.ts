import type { PrecacheEntry } from 'workbox-precaching'

declare const self: ServiceWorkerGlobalScope

/** The path under which the site lies, with a slash at its end. */
export const base = new URL(self.registration.scope).pathname

// The build puts the list in this place.
const files = self.__WB_MANIFEST as PrecacheEntry[]
const isAsset = ({ url }: PrecacheEntry) => url.startsWith('assets/')

/** The app's own page, and what else is installed with it. */
export const pages = files.filter(file => !isAsset(file))

/** The addresses of the scripts and styles of this version. */
export const assets = files.filter(isAsset).map(({ url }) => base + url)
