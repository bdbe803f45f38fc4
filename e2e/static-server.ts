import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
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

/** Serves a folder under a base, on a port of its own: a site that a test may change. */
export async function serveFolder(
  folder: string,
  base: string,
): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname)
    let file = join(folder, path.startsWith(base) ? path.slice(base.length) : '404.html')
    const info = await stat(file).catch(() => null)
    if (info?.isDirectory()) file = join(file, 'index.html')
    // A file may go between the two: the folder is a test's to change, and to remove.
    let content = await readFile(file).catch(() => null)
    if (!content) {
      response.statusCode = 404
      file = '404.html'
      content = await readFile(join(folder, file)).catch(() => Buffer.from('Not found'))
    }
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
    response.setHeader('Cache-Control', 'no-cache')
    response.end(content)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
