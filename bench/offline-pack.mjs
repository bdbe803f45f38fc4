// Downloads a whole archive as one offline pack, closes the app twice on the way, and reads it without a network.
// node bench/offline-pack.mjs BUILT_SITE [articles to open]   The site is best of 5,000 articles.
// Prints time, memory and bytes; fails if something promised does not open.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as browserType } from 'playwright'
import { chromium, serveSite } from './static-site.mjs'

const [folder, toRead = 50] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder of a built site')

const site = await serveSite(folder)
const profile = mkdtempSync(join(tmpdir(), 'shiye-pack-'))
try {
  await measure()
} finally {
  site.close()
  rmSync(profile, { recursive: true, force: true })
}

async function measure() {
  let [context, page] = await start()
  await page.goto(`${site.address}offline/?list=c`)
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  const offerTime = await timed(() => page.locator('.pack-size').filter({ hasText: /\d/ }).waitFor())
  console.log(
    `the size is known after ${offerTime.toFixed(1)} s: ${await page.locator('.pack-size').textContent()}`,
  )
  await page.getByLabel(/连同图片|Pictures too/).uncheck()
  await page.getByRole('button', { name: /^(下载|Download)$/ }).click()

  const start0 = performance.now()
  const total = promised().length
  for (const share of [0.3, 0.6]) {
    await keptReaches(page, total * share)
    await context.close()
    ;[context, page] = await start()
    await page.goto(`${site.address}`)
  }
  await keptReaches(page, total)
  await page.goto(`${site.address}offline/`)
  await page
    .locator('.pack-state')
    .filter({ hasText: /可以离线读|Ready offline/ })
    .waitFor({ timeout: 600_000 })
  const seconds = (performance.now() - start0) / 1000
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session
    .send('Performance.enable')
    .then(() => session.send('Performance.getMetrics'))
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1e6
  const { usage } = await page.evaluate(() => navigator.storage.estimate())
  console.log(
    `${total} articles in ${seconds.toFixed(0)} s, with two restarts; heap ${heap.toFixed(1)} MB; storage ${(usage / 1e6).toFixed(0)} MB`,
  )

  await context.setOffline(true)
  const ids = promised()
  const some = ids.filter((_, index) => index % Math.ceil(ids.length / toRead) === 0)
  let opened = 0
  for (const id of some) {
    await page.goto(`${site.address}a/${id}/`)
    await page.locator('[data-article-body] > *').first().waitFor({ timeout: 10_000 })
    opened++
  }
  console.log(`offline, ${opened} of ${some.length} open`)

  await page.goto(`${site.address}offline/`)
  await page.getByRole('button', { name: /^(删除|Delete) ?[“]/ }).click()
  const deleteTime = await timed(() =>
    page.waitForFunction(async () => (await (await caches.open('packs')).keys()).length === 0),
  )
  console.log(`deleted in ${deleteTime.toFixed(1)} s`)
  await context.close()
}

async function start() {
  const context = await browserType.launchPersistentContext(profile, {
    executablePath: chromium,
    args: ['--no-sandbox'],
    locale: 'zh-CN',
  })
  return [context, context.pages()[0] ?? (await context.newPage())]
}

/** Every id that the site lists, from the built files: what was promised. */
function promised() {
  const ids = []
  for (let number = 1; ; number++) {
    const index = JSON.parse(readFileSync(join(folder, `data/c/pack-${number}.json`), 'utf8'))
    ids.push(...index.ids)
    if (ids.length >= index.total) return ids
  }
}

async function keptReaches(page, count) {
  for (;;) {
    const kept = await page.evaluate(async () => {
      const keys = await (await caches.open('packs')).keys()
      return keys.filter(({ url }) => url.includes('/data/a/')).length
    })
    if (kept >= count) return
    await new Promise(resolve => setTimeout(resolve, 500))
  }
}

async function timed(work) {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}
