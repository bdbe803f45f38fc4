import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

export interface Served {
  address: string
  /** What is served; another folder is another version. */
  folder: string
  /** How an address that leads nowhere is answered: by most hosts, and by some that serve apps. */
  missing: '404' | 'home'
  /** How long browsers may keep a page, in seconds. */
  maxAge: number
  /** The paths that were asked for below the base, with the bytes that were sent. */
  readonly requests: { path: string; bytes: number }[]
  /** May answer in the server's place; true says that it has, or never will. */
  before: (path: string, request: IncomingMessage, response: ServerResponse) => boolean
  close(): Promise<void>
}

/** Serves a folder under a base, on a port of its own: a site that a test may change. */
export async function serveFolder(folder: string, base: string): Promise<Served> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost')
    const path = decodeURIComponent(pathname.startsWith(base) ? pathname.slice(base.length) : '404.html')
    const entry = { path, bytes: 0 }
    served.requests.push(entry)
    if (served.before(path, request, response)) return
    let file = join(served.folder, path)
    const info = await stat(file).catch(() => null)
    if (info?.isDirectory()) file = join(file, 'index.html')
    // A file may go between the two: the folder is a test's to change, and to remove.
    let content = await readFile(file).catch(() => null)
    if (!content) {
      const isHome = served.missing === 'home'
      response.statusCode = isHome ? 200 : 404
      file = isHome ? 'index.html' : '404.html'
      content = await readFile(join(served.folder, file)).catch(() => Buffer.from('Not found'))
    }
    const etag = `"${createHash('sha1').update(content).digest('hex')}"`
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
    const isKept = served.maxAge > 0 && file.endsWith('.html')
    response.setHeader('Cache-Control', isKept ? `max-age=${served.maxAge}` : 'no-cache')
    response.setHeader('ETag', etag)
    if (request.headers['if-none-match'] === etag) {
      response.statusCode = 304
      response.end()
      return
    }
    entry.bytes = content.length
    response.end(content)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const served: Served = {
    address: `http://127.0.0.1:${port}${base}`,
    folder,
    missing: '404',
    maxAge: 0,
    requests: [],
    before: () => false,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return served
}
