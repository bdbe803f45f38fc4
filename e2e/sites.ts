import { fileURLToPath } from 'node:url'

/** Where the browser tests keep what they make: seeds, built sites, traces. */
export const CACHE = fileURLToPath(new URL('../node_modules/.cache/e2e', import.meta.url))

/** The seeds of the tested sites: those of `seeds/` and some more. */
export const SEEDS = `${CACHE}/seeds`

/** The public origin the sites are built for. They are not served there. */
export const ORIGIN = 'https://shiye.example'

/** The first of the ports that the tests serve on; set it to run two checkouts side by side. */
const FIRST_PORT = Number(process.env.E2E_PORT || 4391)

/** The sites that are built and served: one at the root of its host, one in a folder. */
export const sites = [
  { name: 'root', base: '/', port: FIRST_PORT },
  { name: 'sub-path', base: '/reader/', port: FIRST_PORT + 1 },
] as const

/** A site of nothing but attacks; `attacks.spec.ts` is about it. */
export const hostileSite = { name: 'hostile', base: '/', port: FIRST_PORT + 2 } as const

/** The seeds of that site. */
export const HOSTILE_SEEDS = `${CACHE}/hostile-seeds`

export interface BuiltSite {
  name: string
  base: string
  port: number
}

/** The built files of a site. */
export const distOf = (name: string): string => `${CACHE}/${name}/dist`

/** What the build of a site said of its seeds. */
export const buildLogOf = (name: string): string => `${CACHE}/${name}/build.log`
