import type { Site } from '../../shared/site.ts'

declare const __SITE__: Omit<Site, 'base'>

/** The site's settings, put into the bundle by the build. */
export const site: Site = { ...__SITE__, base: import.meta.env.BASE_URL }
