import { createReadStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import type { Connect } from 'vite'
import { withBase } from '../shared/addresses.ts'
import type { Content } from './build-content.ts'
import type { SitePage } from './site-pages.ts'

type RenderPage = (url: string, path: string, files: Record<string, unknown>) => Promise<string>

/** Answers for everything the build would write: data files, pictures, pages, and the page for unknown addresses. */
export function devMiddleware(content: () => Content, renderPage: RenderPage): Connect.NextHandleFunction {
  return async (request, response, next) => {
    try {
      const current = content()
      const path = pathOf(request, current.site.base)
      if (path === null) return next()

      const picture = current.pictures.published.get(path)
      if (picture) {
        if (picture.endsWith('.svg')) response.setHeader('Content-Type', 'image/svg+xml')
        return createReadStream(picture).pipe(response)
      }
      if (path.startsWith('/data/search/')) {
        const file = await current.searchFile(path)
        response.statusCode = file === undefined ? 404 : 200
        response.setHeader(
          'Content-Type',
          path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
        )
        return response.end(file)
      }
      if (path.startsWith('/data/')) {
        const data = await current.file(path)
        response.statusCode = data ? 200 : 404
        response.setHeader('Content-Type', 'application/json')
        return response.end(JSON.stringify(data ?? null))
      }
      if (!request.headers.accept?.includes('text/html')) return next()
      const page = findPage(current, path)
      response.statusCode = page ? 200 : 404
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      const files = page ? await filesOf(current, page) : {}
      response.end(await renderPage(request.url!, page?.path ?? '/404.html', files))
    } catch (error) {
      next(error)
    }
  }
}

function findPage(content: Content, path: string): SitePage | undefined {
  for (const page of content.pages()) if (page.path === path) return page
  return undefined
}

/** The path without base and query, percent-encoded as the site's addresses are; null outside the base. */
function pathOf(request: IncomingMessage, base: string): string | null {
  // Vite has taken the base from `url` where there is one.
  const url = (request as Connect.IncomingMessage).originalUrl ?? request.url ?? '/'
  const path = url.replace(/[?#].*$/s, '')
  const prefix = withBase(base, '/')
  return path.startsWith(prefix) ? `/${path.slice(prefix.length)}` : null
}

/** The data files a page is rendered from, by address. */
async function filesOf(content: Content, page: SitePage): Promise<Record<string, unknown>> {
  const entries = page.files.map(async address => [address, await content.file(address)] as const)
  return Object.fromEntries(await Promise.all(entries))
}
