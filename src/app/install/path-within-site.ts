import { site } from '../data/site.ts'

/** Where an address leads within the site, as the router knows it; null if it leads elsewhere. */
export function pathWithinSite(address: string): string | null {
  const { origin, pathname, search, hash } = new URL(address)
  const isHere = origin === location.origin || origin === site.origin
  return isHere && pathname.startsWith(site.base)
    ? `/${pathname.slice(site.base.length)}${search}${hash}`
    : null
}
