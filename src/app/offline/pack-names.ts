import { packsCacheOf } from '../../shared/packs.ts'
import { site } from '../data/site.ts'
import { siteName } from '../storage/site-name.ts'

/** The cache in which the packs of this site lie. */
export const packsCache = packsCacheOf(site.base)

/** Their database, and how tabs tell each other of it. */
export const packsName = `${siteName}.packs`
