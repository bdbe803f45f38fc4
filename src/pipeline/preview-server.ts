import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect } from 'vite'

/** Answers what no file answered as a static host does: with the site's `404.html` and that status. */
export function preview404(outDir: string): Connect.NextHandleFunction {
  return (_request, response) => {
    response.statusCode = 404
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(readFileSync(join(outDir, '404.html')))
  }
}
