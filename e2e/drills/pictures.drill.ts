import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { expect, type Page, test } from 'playwright/test'
import { Trials } from '../faults.ts'
import { failing } from '../make-seeds.ts'
import { body, controlled, open } from '../site.ts'
import { type Served, serveFolder } from '../static-server.ts'
import { watchShifts } from '../watch-shifts.ts'
import { DIST, drillPictures } from './drill-sites.ts'

/** A picture of one colour, of whatever size. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1 // one bit a pixel
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

const asPng = { 'Content-Type': 'image/png' }

/** What a host has in the place of each picture of the article. */
const heavy: Record<string, (response: ServerResponse) => unknown> = {
  'missing.png': response =>
    response.writeHead(200, asPng).end(Buffer.concat([png(800, 500), Buffer.alloc(50e6)])),
  'forbidden.png': response => response.writeHead(200, asPng).end(png(30_000, 3400)),
  'empty.png': response => response.writeHead(200, asPng).end(),
  'text.png': response =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>No hotlinking</h1>'),
  'hanging.png': response => {
    response.writeHead(200, asPng).write(png(600, 400).subarray(0, 60))
    const timer = setInterval(() => response.write(Buffer.alloc(1)), 100)
    response.on('close', () => clearInterval(timer))
  },
  'dead.png': response => response.destroy(),
}

interface PictureHost {
  address: string
  asked: string[]
  close: () => void
}

/** A host of pictures on a port of its own. */
async function serve(answer: (name: string, response: ServerResponse) => unknown): Promise<PictureHost> {
  const asked: string[] = []
  const server = createServer(({ url }, response) => {
    const name = url!.slice(1)
    asked.push(name)
    response.setHeader('Connection', 'close')
    answer(name, response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    asked,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/**
 * What is asked of a host, as the page or the worker asks it. The host may hear the same once more: Chromium sends a request
 * again by itself where a connection is cut that was open before it was needed (`HttpBasicState::IsConnectionReused`).
 */
function requestsTo(host: PictureHost, page: Page, byWorker: boolean): string[] {
  const issued: string[] = []
  page.context().on('request', request => {
    const isOurs = request.url().startsWith(host.address) && (request.serviceWorker() !== null) === byWorker
    if (isOurs) issued.push(request.url().slice(host.address.length))
  })
  return issued
}

let site: Served
let copy: string

test.beforeEach(async () => {
  copy = mkdtempSync(join(tmpdir(), 'drill-pictures-'))
  cpSync(DIST, copy, { recursive: true })
  site = await serveFolder(copy, '/')
})
test.afterEach(async () => {
  await site.close()
  rmSync(copy, { recursive: true })
})

/** Has the pictures of some articles come from another host; what may be asked for by https only stays so. */
function moveTo(host: PictureHost, from: string, articleIds: string[]): void {
  for (const id of articleIds)
    for (const file of [`a/${id}/index.html`, `data/a/${id}.json`].map(path => join(copy, path)))
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, host.address))
}

for (const serviceWorkers of ['block', 'allow'] as const)
  test.describe(`worker ${serviceWorkers}`, () => {
    test.use({ serviceWorkers })

    test('heavy pictures hold nothing up, move nothing, and are asked for twice at most', async ({
      page,
    }) => {
      const trials = new Trials(
        `N4 heavy pictures ${serviceWorkers === 'allow' ? 'with' : 'without'} a worker`,
        'pictures',
      )
      const host = await serve((name, response) => heavy[name]!(response))
      moveTo(host, failing.host, [failing.id])
      const issued = requestsTo(host, page, serviceWorkers === 'allow')
      await page.addInitScript(watchShifts)
      if (serviceWorkers === 'allow') {
        await open(page, site.address)
        await controlled(page)
      }
      const start = performance.now()
      await page.goto(`${site.address}a/${failing.id}/`, { waitUntil: 'commit' })
      await body(page).getByText('文字从不等图片').waitFor()
      const textAfter = performance.now() - start
      const pictures = body(page).locator('img')
      await expect(pictures).toHaveCount(failing.pictures.length)
      for (const picture of await pictures.all()) {
        await picture.scrollIntoViewIfNeeded()
        await page.waitForTimeout(500) // as long as a reader looks at it
      }
      // Longer than a picture may stay away before the next way is tried.
      await page.waitForTimeout(15_000)
      const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)
      console.log(
        `text after ${Math.round(textAfter)} ms; issued: ${issued.join(', ')}; came: ${host.asked.join(', ')}`,
      )
      for (const name of Object.keys(heavy))
        await trials.try(name, async () => {
          expect(issued.filter(each => each === name).length).toBeLessThanOrEqual(2)
          expect(host.asked).toContain(name)
        })
      expect(shifts).toEqual([])
      expect(textAfter).toBeLessThan(3000)
      await expect(body(page).getByText('文字从不等图片')).toBeVisible()
      host.close()
      trials.tell()
    })
  })

const MOST_OPAQUE = 16
const MOST_MB = 200

test('500 articles with pictures of a host that lets nobody read them fill little of the device', async ({
  page,
}) => {
  test.setTimeout(1_800_000)
  const trials = new Trials('N5 500 articles read, opaque pictures', 'articles')
  const picture = png(1200, 800)
  const host = await serve((_name, response) => response.writeHead(200, asPng).end(picture))
  moveTo(host, drillPictures.host, drillPictures.ids)
  await open(page, site.address)
  await controlled(page)
  const kept = () =>
    page.evaluate(async () => {
      const cache = await caches.open('pictures')
      const all = await Promise.all(
        (await cache.keys()).map(request => cache.match(request, { ignoreVary: true })),
      )
      const { usage } = await navigator.storage.estimate()
      return {
        opaque: all.filter(each => each?.type === 'opaque').length,
        all: all.length,
        usage: usage! / 1e6,
      }
    })
  let most = { opaque: 0, all: 0, usage: 0 }
  for (const [at, id] of drillPictures.ids.entries()) {
    await trials.try(id, async () => {
      await page.goto(`${site.address}a/${id}/`)
      await expect(body(page)).toContainText('图片')
      await isShown(page)
    })
    if (at % 25 === 0 || at === drillPictures.ids.length - 1) {
      const now = await kept()
      if (now.usage > most.usage) most = now
    }
  }
  console.log(
    `after ${drillPictures.ids.length} articles: ${JSON.stringify(await kept())}; most: ${JSON.stringify(most)}`,
  )
  host.close()
  trials.tell()
  expect(most.opaque).toBeLessThanOrEqual(MOST_OPAQUE)
  expect(most.usage).toBeLessThan(MOST_MB)
})

const isShown = (page: Page) =>
  expect
    .poll(() =>
      body(page)
        .locator('img')
        .first()
        .evaluate(image => (image as HTMLImageElement).naturalWidth),
    )
    .toBe(1200)
