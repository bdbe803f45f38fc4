import { ownCache } from '../shared/own-cache.ts'

declare const self: ServiceWorkerGlobalScope

const base = new URL(self.registration.scope).pathname

/** Where packs and saved articles of this site lie. */
export const packsCache = ownCache('packs', base)
export const savedCache = ownCache('saved', base)
