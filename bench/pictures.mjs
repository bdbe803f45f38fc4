// The pictures of the invented articles, made when they are asked for, from a host of their own.
import { createServer } from 'node:https'
import { crc32, deflateSync } from 'node:zlib'

const SIZES = [
  [1000, 667],
  [1000, 622],
  [660, 989],
  [1080, 720],
  [800, 800],
  [1280, 720],
  [640, 360],
  [900, 1200],
]

/** The files that articles name. */
export const POOL = SIZES.map(([width, height]) => ({ file: `${width}x${height}.png`, width, height }))

/**
 * Serves the pool by https, as hosts of pictures do; the certificate is made on the spot, so browsers must be told to take it.
 *
 * @returns the address and a way to stop
 */
export async function servePictures(port) {
  const { generate } = await import('selfsigned')
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
  })
  const files = new Map()
  const server = createServer({ key, cert }, (request, response) => {
    const file = request.url.slice(1).replace(/\?.*/, '')
    const picture = POOL.find(each => each.file === file)
    if (!picture) return response.writeHead(404).end()
    if (!files.has(file)) files.set(file, mosaic(picture.width, picture.height))
    response.writeHead(200, {
      'Content-Type': 'image/png',
      'Content-Length': files.get(file).length,
      'Cache-Control': 'public, max-age=86400',
    })
    response.end(files.get(file))
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return { address: `https://127.0.0.1:${server.address().port}`, stop: () => server.close() }
}

/** A PNG of coloured tiles, three pixels wide: as heavy as a photograph of its size on a news site, 50 to 130 KB. */
function mosaic(width, height) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8) // eight bits a pixel, each an entry of the palette
  const palette = Buffer.from(
    Array.from({ length: 64 }, (_, index) => [60 + index * 3, 80 + index * 2, 100 + index]).flat(),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(tiles(width, height))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function tiles(width, height) {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = scatter((x / 3) | 0, (y / 3) | 0)
  return rows
}

/** One of 64 colours for a tile, without a pattern. */
function scatter(x, y) {
  const value = Math.imul((x * 73_856_093) ^ (y * 19_349_663), 0x2c1b3c6d)
  return Math.imul(value ^ (value >>> 15), 0x297a2d39) >>> 26
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
