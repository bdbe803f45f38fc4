import { ownCache } from '../../shared/own-cache.ts'
import { site } from '../data/site.ts'

/** Where packs and saved articles of this site lie. */
export const packsCache = ownCache('packs', site.base)
export const savedCache = ownCache('saved', site.base)
