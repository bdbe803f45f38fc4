import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'
import type { Connect } from 'vite'

/** Answers as a static host does: a folder with its `index.html`, an unknown address with `404.html` and that status. */
export function previewMiddleware(outDir: string): Connect.NextHandleFunction {
  const files = sirv(outDir, { dev: true, etag: true })
  return (request, response) =>
    files(request, response, () => {
      response.statusCode = 404
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(readFileSync(join(outDir, '404.html')))
    })
}
