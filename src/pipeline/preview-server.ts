import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sirv from 'sirv'
import type { Connect, PreviewServer } from 'vite'
import { readHeadersFile } from './security-headers.ts'

/** What hosts accept; Node itself refuses headers, address included, beyond 16 kB. */
const MAX_ADDRESS_LENGTH = 8192

/**
 * Makes Vite's preview answer as a static host does, with the headers that the build wrote down for hosts.
 *
 * @returns what is to be done once Vite has set up its own answers
 */
export function previewLikeHost({ middlewares, config }: PreviewServer): () => void {
  const outDir = resolve(config.root, config.build.outDir)
  middlewares.use(refuseOddRequests)
  middlewares.use(sendHeaders(outDir))
  // After Vite has compressed and taken the base away.
  return () => middlewares.use(previewMiddleware(outDir))
}

/** A folder is answered with its `index.html`, an unknown address with `404.html` and that status. */
function previewMiddleware(outDir: string): Connect.NextHandleFunction {
  const files = sirv(outDir, { dev: true, etag: true })
  return (request, response) =>
    files(request, response, () => {
      response.statusCode = 404
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(readFileSync(join(outDir, '404.html')))
    })
}

const refuseOddRequests: Connect.NextHandleFunction = (request, response, next) => {
  const status = refusalOf(request.method, request.url ?? '')
  if (status) {
    response.writeHead(status, {
      'Content-Type': 'text/plain',
      ...(status === 405 && { Allow: 'GET, HEAD' }),
    })
    return response.end()
  }
  // A range that makes no sense, or of a kind not served here, is as good as none: RFC 9110, 14.2.
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  if (!first || (last && Number(last) < Number(first))) delete request.headers.range
  next()
}

/** The status to refuse a request with, or null if it is an ordinary one. */
function refusalOf(method: string | undefined, address: string): number | null {
  if (method !== 'GET' && method !== 'HEAD') return 405
  if (address.length > MAX_ADDRESS_LENGTH) return 414
  const path = decoded(address.replace(/[?#].*$/s, ''))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  if (!path?.startsWith('/') || /[\u0000-\u001f\\]/.test(path) || /(^|\/)\.\.?(\/|$)/.test(path)) return 400
  return path.endsWith('/_headers') ? 404 : null
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

function sendHeaders(outDir: string): Connect.NextHandleFunction {
  const file = join(outDir, '_headers')
  return (request, response, next) => {
    // Each time, because a build may have gone over it.
    const rules = existsSync(file) ? readHeadersFile(readFileSync(file, 'utf8')) : {}
    for (const [address, headers] of Object.entries(rules))
      if (request.url!.startsWith(address.slice(0, -1)))
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    next()
  }
}
