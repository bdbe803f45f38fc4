import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/** Serves a built site at the root of a port of its own, compressed, as static hosts do. */
export async function serveSite(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    let file = join(folder, path)
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
    const isThere = existsSync(file)
    const type = isThere ? types[extname(file)] : types['.html']
    response.writeHead(isThere ? 200 : 404, {
      'Content-Type': type ?? 'application/octet-stream',
      'Cache-Control': 'max-age=600',
      ...(type && { 'Content-Encoding': 'gzip' }),
    })
    const content = readFileSync(isThere ? file : join(folder, '404.html'))
    response.end(type ? gzipSync(content) : content)
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

/** The category directly below the whole site that has the most articles; the tree begins with it. */
export function largestCategory(folder) {
  const [largest] = JSON.parse(readFileSync(join(folder, 'data/tree.json'), 'utf8'))
  return largest
}

export const chromium = process.env.CHROMIUM_PATH || '/usr/bin/chromium'
