import { siteName } from '../storage/site-name.ts'

/** The database of packs, and how tabs tell each other of it. */
export const packsName = `${siteName}.packs`
