import { withBase } from '../shared/addresses.ts'
import { absolute, type Site } from '../shared/site.ts'
import { escapeHtml } from './prerender.ts'

/** The protocol's limit of addresses in one file: https://www.sitemaps.org/protocol.html */
const MAX_URLS = 50_000

export interface SitemapEntry {
  /** Without the base. */
  path: string
  /** ISO 8601. */
  modified?: string | null
}

/**
 * The sitemap's files by name: one `sitemap.xml`, or an index of several where there are too many addresses for one.
 * Empty without a public origin, as a sitemap holds absolute addresses only.
 */
export function sitemapFiles(entries: SitemapEntry[], site: Site): Map<string, string> {
  const files = new Map<string, string>()
  if (!site.origin) return files
  const parts: SitemapEntry[][] = []
  for (let start = 0; start < entries.length; start += MAX_URLS)
    parts.push(entries.slice(start, start + MAX_URLS))
  if (parts.length <= 1) return files.set('/sitemap.xml', xml('urlset', 'url', entries, site))
  parts.forEach((part, index) => {
    files.set(`/sitemap-${index + 1}.xml`, xml('urlset', 'url', part, site))
  })
  return files.set(
    '/sitemap.xml',
    xml(
      'sitemapindex',
      'sitemap',
      [...files.keys()].map(path => ({ path })),
      site,
    ),
  )
}

/** Lets everyone read everything, and names the sitemap where there is one. */
export function robotsTxt(site: Site): string {
  const sitemap = absolute(site, withBase(site.base, '/sitemap.xml'))
  return ['User-agent: *', 'Disallow:', ...(sitemap ? ['', `Sitemap: ${sitemap}`] : []), ''].join('\n')
}

function xml(root: string, item: string, entries: SitemapEntry[], site: Site): string {
  const items = entries.map(({ path, modified }) => {
    const date = modified ? `<lastmod>${modified}</lastmod>` : ''
    return `<${item}><loc>${escapeHtml(absolute(site, withBase(site.base, path))!)}</loc>${date}</${item}>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items.join('\n')}\n</${root}>\n`
}
