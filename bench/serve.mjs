import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
}

/** What hosts compress. */
const isText = type => /^text|json|xml|javascript/.test(type)

/**
 * A static host of the plain kind: folders by their index.html, texts by gzip, ten minutes in caches.
 *
 * @returns the address, which ends with a slash, what was sent so far (bodies, without heads), and a way to stop
 */
export async function serveFolder(folder) {
  const packed = new Map()
  const sent = { requests: 0, bytes: 0 }
  const server = createServer((request, response) => {
    sent.requests++
    const file = fileFor(folder, request.url)
    if (!file) return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    const isPacked = isText(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    if (isPacked && !packed.has(file)) packed.set(file, gzipSync(readFileSync(file)))
    const body = isPacked ? packed.get(file) : readFileSync(file)
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
      'Cache-Control': 'public, max-age=600',
      ...(isPacked && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
    })
    sent.bytes += body.length
    response.end(body)
  })
  await new Promise(resolve => server.listen(0, 'localhost', resolve))
  return { address: `http://localhost:${server.address().port}/`, sent, stop: () => server.close() }
}

function fileFor(folder, url) {
  const path = normalize(decodeURIComponent(url.replace(/[?#].*/, '')))
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
  return existsSync(file) && statSync(file).isFile() ? file : null
}
