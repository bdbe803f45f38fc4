import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright/test'
import { survived } from './faults.ts'
import {
  alive,
  articleLink,
  collectReports,
  controlled,
  expect,
  ids,
  notice,
  open,
  test,
  titles,
} from './site.ts'
import { distOf } from './sites.ts'
import { type Served, serveFolder } from './static-server.ts'
import { Versions } from './versions.ts'

test.describe.configure({ mode: 'default' })

let versions: Versions
let folders: Record<'A' | 'B', string>
let server: Served

test.beforeAll(async ({ baseURL }) => {
  versions = new Versions(distOf('root'))
  folders = { A: versions.make('A'), B: versions.make('B') }
  expect(new URL(baseURL!).pathname).toBe('/')
})

test.beforeEach(async () => {
  server = await serveFolder(folders.A, '/')
})

test.afterEach(() => server.close())

test.afterAll(() => versions.remove())

/** Where tabs stand when the site becomes another, and a link there to something they have not loaded yet. */
const places = [
  { at: '', link: '设置', heading: '设置' },
  { at: 'c/page/2/', link: '历史', heading: '阅读历史' },
  { at: `a/${ids.long}/`, link: '历史', heading: '阅读历史' },
  { at: 'history/', link: '设置', heading: '设置' },
  { at: 'settings/', link: '分类', heading: '全部文章' },
]

const follow = (page: Page, link: string) =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: link }).click()

/** Waits until the tab has what it needs when something is gone: it comes when the browser is idle. */
async function prepared(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/ErrorPage-')),
  )
  await page.waitForLoadState('networkidle')
}

/** Counts how often a page is loaded from now on. */
function countLoads(page: Page): () => number {
  let loads = 0
  page.on('load', () => loads++)
  return () => loads
}

/** The pages of the new version are there before its scripts are. */
const withoutScripts: Served['before'] = (path, _request, response) => {
  const isScript = path.includes('-_B_')
  if (isScript) response.writeHead(404).end()
  return isScript
}

async function withoutWorker(browser: Browser, story: (context: BrowserContext) => Promise<void>) {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  await story(context)
  await context.close()
}

test('a new version in which every script has another name breaks no tab, with and without a worker @once', async ({
  browser,
}) => {
  test.slow() // ten tabs
  for (const serviceWorkers of process.env.ALL_STORIES
    ? (['block', 'allow'] as const)
    : (['allow'] as const)) {
    server.folder = folders.A
    const context = await browser.newContext({ serviceWorkers })
    const tabs: { page: Page; reports: string[] }[] = []
    for (const { at } of places) {
      const page = await context.newPage()
      const reports = collectReports(page)
      await open(page, server.address + at)
      if (serviceWorkers === 'allow') await controlled(page)
      else await prepared(page)
      tabs.push({ page, reports })
    }
    server.folder = folders.B
    for (const [index, { link, heading }] of places.entries()) {
      const { page, reports } = tabs[index]!
      await page.bringToFront()
      const loads = countLoads(page)
      await follow(page, link)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
      await alive(page)
      expect(loads()).toBe(serviceWorkers === 'allow' ? 0 : 1)
      // And on: by now the tab is of the new version, or still whole in the old one.
      await follow(page, '分类')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('全部文章')
      expect(reports).toEqual([])
    }
    await context.close()
    survived(`D1 a deploy with every script renamed, worker ${serviceWorkers}`, places.length, 'tabs')
  }
})

test('where a script is missing in the new version too, a page says so, and is not loaded again and again @once', async ({
  browser,
}) => {
  const isSettings = (path: string) => path.startsWith('assets/SettingsPage')
  await withoutWorker(browser, async context => {
    const page = await context.newPage()
    await open(page, server.address)
    await prepared(page)
    const loads = countLoads(page)
    const heading = page.getByRole('heading', { level: 1 })
    server.before = (path, _request, response) => {
      if (isSettings(path)) response.writeHead(404).end()
      return isSettings(path)
    }
    await follow(page, '设置')
    await expect(heading).toHaveText('网站正在更新')

    // The tab has asked whether there is another version.
    await expect.poll(() => server.requests.some(({ path }) => path === 'settings/')).toBe(true)
    await page.waitForLoadState('networkidle')

    // A new version takes the tab along, once.
    server.folder = folders.B
    await page.getByRole('link', { name: '看看读过的' }).click()
    await expect(heading).toHaveText('阅读历史')
    await alive(page)
    await prepared(page)
    expect(loads()).toBe(1)

    // The next one in so short a time does not.
    server.folder = folders.A
    await follow(page, '设置')
    await expect(heading).toHaveText('网站正在更新')
    await page.waitForLoadState('networkidle')
    await expect(heading).toHaveText('网站正在更新')
    expect(loads()).toBe(1)

    server.before = () => false
    await page.getByRole('button', { name: '再试一次' }).click()
    await expect(heading).toHaveText('设置')
    await alive(page)
  })
  survived('a script is missing from half a deploy', 2, 'deploys')
})

test('the next cold start takes the new version, and open tabs are left alone until then @once', async ({
  context,
}) => {
  const page = await context.newPage()
  await open(page, server.address)
  await controlled(page)
  server.folder = folders.B
  const other = await context.newPage()
  await open(other, `${server.address}a/${ids.welcome}/`)
  const isWaiting = () =>
    other.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!
      return registration.waiting !== null
    })
  await expect.poll(isWaiting).toBe(true)
  await expect(notice(page, '网站有新版本')).toBeVisible()
  await expect(notice(other, '网站有新版本')).toBeVisible()
  await articleLink(page, titles.long).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.long)
  await page.close()
  await other.close()

  const next = await context.newPage()
  await open(next, server.address)
  await controlled(next)
  await expect
    .poll(() =>
      next.evaluate(async () => {
        const { waiting, active } = (await navigator.serviceWorker.getRegistration())!
        return waiting === null && active?.state === 'activated'
      }),
    )
    .toBe(true)
  await expect(notice(next, '网站有新版本')).toHaveCount(0)
  await next.close()
  survived('D4 two versions open in two tabs', 2, 'tabs')
})

test('a page whose scripts do not come takes no page away that opens whole @once', async ({ context }) => {
  const page = await context.newPage()
  const openOffline = async (path: string) => {
    await context.setOffline(true)
    await open(page, server.address + path)
    await context.setOffline(false)
  }
  await open(page, `${server.address}settings/`)
  await controlled(page)
  await page.reload() // it came through no worker
  await alive(page)
  await page.waitForLoadState('networkidle')

  server.folder = folders.B
  server.before = withoutScripts
  await page.goto(`${server.address}settings/`)
  await expect(page.getByRole('alert')).toContainText('网页的一部分没有加载')
  await openOffline('settings/')
  await expect(page.getByRole('radio', { name: '深色' })).toBeEnabled()

  // A page that was never opened opens without them, if not with everything.
  await page.goto(`${server.address}a/${ids.welcome}/`)
  await expect(page.getByRole('alert')).toContainText('网页的一部分没有加载')
  await context.setOffline(true)
  await page.goto(`${server.address}a/${ids.welcome}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.welcome)
  await page.close()
  survived('D5 pages of half a deploy', 2, 'pages')
})

test('on a first visit nothing is kept of half a deploy that would not open @once', async ({ context }) => {
  const page = await context.newPage()
  const isKept = () => page.evaluate(async () => (await caches.match('/')) !== undefined)
  server.before = (path, request, response) => {
    if (path === '') server.folder = folders.B // the worker keeps the home page, whatever was opened
    return withoutScripts(path, request, response)
  }
  await open(page, `${server.address}settings/`)
  await controlled(page)
  await expect.poll(() => server.requests.some(({ path }) => path.includes('-_B_'))).toBe(true)
  await page.waitForLoadState('networkidle')
  expect(await isKept()).toBe(false)
  await context.setOffline(true)
  await open(page, server.address)
  await expect(page.getByRole('main')).toContainText('现在连不上网络')
  await context.setOffline(false)

  // It is kept as soon as all is there.
  server.before = () => false
  await open(page, `${server.address}settings/`)
  await expect.poll(isKept).toBe(true)
  await context.setOffline(true)
  await open(page, server.address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('拾页')
  await page.close()
  survived('D5 a first visit in the middle of a deploy', 1, 'visits')
})

test('the worker that repairs takes itself and what was kept away, and leaves what the reader has @once', async ({
  context,
}) => {
  const page = await context.newPage()
  await open(page, `${server.address}a/${ids.long}/`)
  await controlled(page)
  const copy = versions.make('C')
  copyFileSync(join(import.meta.dirname, '../docs/repair/sw.js'), join(copy, 'sw.js'))
  server.folder = copy
  await page.evaluate(async () => {
    localStorage.setItem('shiye.settings', '{"theme":"dark"}')
    await (await navigator.serviceWorker.getRegistration())!.update()
  })
  const left = () =>
    page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: await caches.keys(),
    }))
  await expect.poll(left).toEqual({ workers: 0, caches: [] })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.close()
  rmSync(copy, { recursive: true })
  survived('D6 the worker that repairs is deployed', 1, 'visits')
})
