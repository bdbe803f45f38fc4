import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Browser, type BrowserContext, expect, type Page, test } from 'playwright/test'
import { Trials } from '../faults.ts'
import { paged, pagedId, pagedTitle } from '../make-seeds.ts'
import { expectRecorded } from '../reading.ts'
import { body, collectReports, controlled, ids, open, titles } from '../site.ts'
import { type Served, serveFolder } from '../static-server.ts'
import { DIST } from './drill-sites.ts'

let server: Served

test.beforeEach(async () => {
  server = await serveFolder(DIST, '/')
})
test.afterEach(() => server.close())

const list = `c/${paged.names.map(encodeURIComponent).join('/')}`
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })
const packs = (page: Page) => page.locator('.pack')

async function choosePack(page: Page): Promise<void> {
  await open(page, `${server.address}offline/?list=${encodeURIComponent(list)}`)
  await controlled(page)
}

const startPack = (page: Page) => page.getByRole('button', { name: '下载', exact: true }).click()

const heldArticles = (page: Page) =>
  page.evaluate(async () => {
    const cache = await caches.open('packs')
    return (await cache.keys()).filter(({ url }) => url.includes('/data/a/')).length
  })

async function inNewProfile(
  browser: Browser,
  story: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext()
  try {
    await story(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

test('N1: after one visit and a download, each address of the site opens offline, or says what it needs', async ({
  browser,
}) => {
  test.setTimeout(3_600_000)
  const promised = new Trials('N1 offline, what was downloaded', 'pages')
  const others = new Trials('N1 offline, all other addresses of the site', 'pages')
  const searched = new Trials('N1 offline, search', 'articles found')
  const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('index.html'))
    .map(file => dirname(file).replace(/^\.$/, ''))
  const inPack = new Set(Array.from({ length: paged.count }, (_, at) => `a/${pagedId(at + 1)}`))
  const own = ['history', 'saved', 'marks', 'settings', 'offline', 'categories', '']
  const isPromised = (path: string) => inPack.has(path) || own.includes(path)
  expect(pages.filter(isPromised)).toHaveLength(inPack.size + own.length)
  await inNewProfile(browser, async (page, context) => {
    const reports = collectReports(page)
    await choosePack(page)
    await startPack(page)
    await expect(packs(page)).toContainText('可以离线读 ·', { timeout: 60_000 })
    await context.setOffline(true)
    await server.close() // the worker's own requests too
    for (const path of pages)
      await (isPromised(path) ? promised : others).try(`/${path}`, async () => {
        const address = new URL(
          path && `${path.split('/').map(encodeURIComponent).join('/')}/`,
          server.address,
        )
        await page.goto(address.href)
        await expect(heading(page)).not.toBeEmpty()
        const says = await heading(page).textContent()
        if (inPack.has(path)) await expect(body(page)).not.toBeEmpty()
        if (isPromised(path)) expect(says).not.toContain('连不上网络')
        expect(reports.splice(0)).toEqual([])
      })
    for (const number of [1, 17, paged.count])
      await searched.try(pagedTitle(number), async () => {
        await page.goto(`${server.address}search/?q=${encodeURIComponent(pagedTitle(number))}`)
        const found = page
          .getByRole('main')
          .locator(`a[href$="/a/${pagedId(number)}/"]`)
          .first()
        await found.click()
        await expect(heading(page)).toHaveText(pagedTitle(number))
      })
  })
  promised.tell()
  others.tell()
  searched.tell()
})

test('the worker is killed after each few requests of a download', async ({ browser }) => {
  test.setTimeout(3_600_000)
  const trials = new Trials('worker killed after the k-th request of a download', 'packs')
  for (let carried = 0; carried <= paged.count; carried += 8)
    await trials.try(`${carried} requests`, () =>
      inNewProfile(browser, async (page, context) => {
        await choosePack(page)
        await page.waitForLoadState('networkidle')
        const client = await context.newCDPSession(page)
        await client.send('ServiceWorker.enable')
        const before = server.requests.length
        // What is under way when the worker dies has not come.
        server.before = () => server.requests.length - before > carried
        await startPack(page)
        await expect.poll(() => server.requests.length - before).toBeGreaterThan(carried)
        await client.send('ServiceWorker.stopAllWorkers')
        server.before = () => false
        await expect(packs(page)).toContainText('可以离线读 ·', { timeout: 180_000 })
        expect(await heldArticles(page)).toBe(paged.count)
      }),
    )
  trials.tell()
})

test('the worker is killed before each page of a reader', async ({ browser }) => {
  const trials = new Trials('worker killed while pages are read, with and without a network', 'pages')
  await inNewProfile(browser, async (page, context) => {
    const reports = collectReports(page)
    await open(page, server.address)
    await controlled(page)
    const client = await context.newCDPSession(page)
    await client.send('ServiceWorker.enable')
    for (const isOffline of [false, true]) {
      await context.setOffline(isOffline)
      for (const id of [ids.long, ids.window, ids.welcome])
        for (const way of ['opened', 'loaded again'])
          await trials.try(`${id}, ${way}, ${isOffline ? 'offline' : 'online'}`, async () => {
            await client.send('ServiceWorker.stopAllWorkers')
            if (way === 'opened') await page.goto(`${server.address}a/${id}/`)
            else await page.reload()
            await expect(body(page)).not.toBeEmpty()
            await page.waitForLoadState('networkidle')
            expect(reports.splice(0)).toEqual([])
          })
    }
  })
  trials.tell()
})

/** What a browser may clear by itself, or a reader in its settings. */
const kindsOfStorage = ['indexeddb', 'cache_storage', 'local_storage', 'service_workers', 'all'] as const

test('H8: storage is cleared one kind at a time, and the next start is well, online and offline', async ({
  browser,
}) => {
  const trials = new Trials('H8 storage cleared, one kind at a time', 'things that a reader sees next')
  for (const kind of kindsOfStorage)
    await inNewProfile(browser, async (page, context) => {
      const reports = collectReports(page)
      await choosePack(page)
      await startPack(page)
      await expect(packs(page)).toContainText('可以离线读 ·', { timeout: 60_000 })
      await open(page, `${server.address}settings/`)
      await page.getByRole('radio', { name: '深色' }).check()
      await open(page, `${server.address}a/${ids.long}/`)
      await expectRecorded(page, 1)
      await open(page, `${server.address}history/`) // settings are logged with what is kept
      await page.waitForLoadState('networkidle')
      await page.goto('about:blank')
      const client = await context.newCDPSession(page)
      await client.send('Storage.clearDataForOrigin', {
        origin: new URL(server.address).origin,
        storageTypes: kind,
      })
      const isHistoryThere = kind !== 'indexeddb' && kind !== 'all'
      const isPackThere = isHistoryThere && kind !== 'cache_storage'
      await trials.try(`${kind}: history`, async () => {
        await open(page, `${server.address}history/`)
        const rows = page.getByRole('main').getByRole('link', { name: titles.long })
        if (isHistoryThere) await expect(rows).toBeVisible()
        else await expect(page.getByText('还没有读过的文章')).toBeVisible()
        const says = page.getByText('浏览器清除了').first()
        if (kind === 'indexeddb') await expect(says).toBeVisible()
        else await expect(says).toBeHidden()
      })
      await trials.try(`${kind}: settings`, async () => {
        const html = page.locator('html')
        if (kind === 'all') await expect(html).not.toHaveAttribute('data-theme', 'dark')
        else await expect(html).toHaveAttribute('data-theme', 'dark')
      })
      await trials.try(`${kind}: pack`, async () => {
        await open(page, `${server.address}offline/`)
        await controlled(page)
        if (isPackThere) await expect(packs(page)).toContainText('可以离线读 ·')
        else if (kind === 'cache_storage')
          await expect(packs(page).getByRole('alert')).toContainText('浏览器清掉了其中一些文件')
        else await expect(packs(page)).toHaveCount(0)
      })
      await trials.try(`${kind}: offline afterwards`, async () => {
        await open(page, `${server.address}a/${ids.welcome}/`)
        await page.waitForLoadState('networkidle')
        await context.setOffline(true)
        await open(page, `${server.address}a/${ids.welcome}/`)
        await expect(heading(page)).toHaveText(titles.welcome)
        await open(page, `${server.address}settings/`)
        await expect(heading(page)).toHaveText('设置')
        await open(page, `${server.address}a/${ids.window}/`)
        await expect(heading(page)).toHaveText('现在连不上网络')
      })
      expect.soft(reports).toEqual([])
    })
  trials.tell()
})
