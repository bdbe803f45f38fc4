import type { Article } from '../../shared/article.ts'
import { type PageData, pageDataId } from '../../shared/page-data.ts'

/** The articles that the service worker keeps, in packs, as data or as whole pages; each once. */
export async function* storedArticles(): AsyncGenerator<Article> {
  const seen = new Set<string>()
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const [, id] = /\/a\/([0-9a-f]{16})(?:\.json|\/)$/.exec(new URL(request.url).pathname) ?? []
      if (!id || seen.has(id)) continue
      const article = await read(cache, request).catch(() => null)
      if (!article) continue
      seen.add(id)
      yield article
    }
  }
}

async function read(cache: Cache, request: Request): Promise<Article | null> {
  const response = await cache.match(request, { ignoreVary: true })
  const text = (await response?.text()) ?? ''
  return request.url.endsWith('.json') ? (JSON.parse(text) as Article) : articleOfPage(text)
}

/** A page holds the body as it is shown, and all else as data. */
function articleOfPage(html: string): Article | null {
  const [, json] = new RegExp(`<script[^>]* id="${pageDataId}"[^>]*>(.*?)</script>`, 's').exec(html) ?? []
  const [, body] = /<[^>]* data-article-body[^>]*>(.*)<\/article>/s.exec(html) ?? []
  if (!json || body === undefined) return null
  const [article] = Object.values((JSON.parse(json) as PageData).files)
  return { ...(article as Article), body }
}
