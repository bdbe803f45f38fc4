import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Article } from '../shared/article.ts'
import type { Content, SitePage } from './build-content.ts'
import type { Prerender } from './prerender.ts'
import { robotsTxt, type SitemapEntry, sitemapFiles } from './sitemap.ts'

/**
 * Writes every file of the site that is made from seeds: data, pages, pictures, sitemap. Each is written once.
 *
 * @returns how many files there are
 */
export async function writeSite(content: Content, prerender: Prerender, outDir: string): Promise<number> {
  const written = new Set<string>()
  const write = (path: string, text: string) => {
    written.add(path)
    const file = join(outDir, decodeURIComponent(path))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }

  const sitemap: SitemapEntry[] = []
  for (const page of content.pages()) {
    const files = await filesOf(content, page)
    for (const [address, data] of Object.entries(files))
      if (!written.has(address)) write(address, JSON.stringify(data))
    write(`${page.path}index.html`, await prerender(page.path, files))
    for (const address of page.laterFiles ?? []) write(address, JSON.stringify(await content.file(address)))
    if (page.files.length > 0)
      sitemap.push({
        path: page.path,
        modified: modifiedAt(files[page.files[0]!]),
      })
  }
  write('/404.html', await prerender('/404.html', {}))

  for (const [path, text] of sitemapFiles(sitemap, content.site)) write(path, text)
  write('/robots.txt', robotsTxt(content.site))
  for (const [path, file] of content.pictures.published) {
    mkdirSync(join(outDir, dirname(path)), { recursive: true })
    copyFileSync(file, join(outDir, path))
  }
  return written.size + content.pictures.published.size
}

/** The data files a page is rendered from, by address. */
export async function filesOf(content: Content, page: SitePage): Promise<Record<string, unknown>> {
  const entries = page.files.map(async address => [address, await content.file(address)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

const modifiedAt = (data: unknown) => {
  const { updated, date } = data as Partial<Article>
  return updated ?? date
}
