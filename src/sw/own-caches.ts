import { ownCache } from '../shared/own-cache.ts'
import { base } from './version.ts'

/** Where packs and saved articles of this site lie. */
export const packsCache = ownCache('packs', base)
export const savedCache = ownCache('saved', base)
