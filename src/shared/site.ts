/** What a publisher settles for the whole site: `seeds/site.json`, with the build's own address added. */
export interface Site {
  name: string
  description: string
  /** Language of the interface before the reader chooses: BCP 47. */
  language: string
  /** IANA zone: the meaning of a seed's date without a zone, and the zone in which dates are shown. */
  timeZone: string
  /** Origins, beside its own, of servers that readers may sync through. */
  sync?: string[]
  /** The public origin, such as `https://example.org`; null when the build was not told. */
  origin: string | null
  /** The path the site is served under; begins and ends with a slash. */
  base: string
}

/** An absolute address for a root-relative path with its base, or null without a public origin. */
export const absolute = (site: Site, pathWithBase: string) => site.origin && site.origin + pathWithBase

/** The name of a page in a tab or a bookmark. */
export const documentTitle = (title: string, site: Site) => (title ? `${title} - ${site.name}` : site.name)
