import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type BrowserContext, expect, type Locator, type Page, test } from 'playwright/test'
import { Trials } from '../faults.ts'
import { alive, collectReports, controlled, frames, ids, notice, open } from '../site.ts'
import { type Served, serveFolder } from '../static-server.ts'
import { Versions } from '../versions.ts'
import { CACHE, followLink, isShown, type Route, routes } from './drill-sites.ts'

let versions: Versions
let folders: string[]
let server: Served

test.beforeAll(() => {
  versions = new Versions(`${CACHE}/dist`)
  folders = ['A', 'B', 'C'].map(name => versions.make(name))
})

test.beforeEach(async () => {
  server = await serveFolder(folders[0]!, '/')
})

test.afterEach(() => server.close())

test.afterAll(() => versions.remove())

/** The next version takes the place of this one, whose scripts are gone with it. */
function deploy(): void {
  server.folder = folders[(folders.indexOf(server.folder) + 1) % folders.length]!
}

/** Opens a tab that has what it needs when something is gone, and whose time a drill moves on. */
async function openTab(
  context: BrowserContext,
  route: Route,
  serviceWorkers: 'allow' | 'block',
): Promise<Page> {
  const page = await context.newPage()
  await setTime(page)
  page.setDefaultTimeout(20_000)
  // It comes when the browser is idle, and shows what cannot be had.
  const errorPage = page.waitForResponse(response => response.url().includes('/ErrorPage-'))
  await open(page, addressOf(route))
  await errorPage
  if (serviceWorkers === 'allow') await controlled(page)
  return page
}

/** Where it is early in the day now: the hours of a drill must not lead into the next, which lists call by other names. */
function morningZone(): string {
  const ahead = ((7 - new Date().getUTCHours() + 36) % 24) - 12
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}` // the sign is the other way round, as POSIX has it
}

const addressOf = ({ path }: Route) => server.address + encodeURI(path)

/** The reader comes back to the tab after a while. */
const comeBack = (page: Page, { after }: { after: number }) =>
  page.evaluate(seconds => {
    sessionStorage.drillTime = Number(sessionStorage.drillTime ?? 0) + seconds * 1000
    dispatchEvent(new Event('focus'))
  }, after)

/**
 * Has the pages' date go on when the reader is said to have been away. (Playwright's clock stands still in some pages that
 * load themselves anew.)
 */
const setTime = (page: Page) =>
  page.addInitScript(() => {
    const now = Date.now
    Date.now = () => now() + Number(sessionStorage.drillTime ?? 0)
  })

/** What stands still in a page; bars and notices say something else by and by. */
const LINES = 'main :is(h1, h2, h3, p, dt, label):not([role] *, [role])'

interface Line {
  line: string
  /** From the top of the window, in pixels. */
  top: number
}
type Place = Line & { y: number }

/** Scrolls to somewhere below the top. @returns where: by the line nearest to the middle of the window */
async function scrollOn(page: Page): Promise<Place> {
  await page.evaluate(() => scrollTo(0, 400))
  await frames(page)
  const lines = await linesOf(page)
  const fromMiddle = ({ top }: Line) => Math.abs(top - 360)
  const nearest = lines.reduce((nearest, line) => (fromMiddle(line) < fromMiddle(nearest) ? line : nearest))
  return { ...nearest, y: await page.evaluate(() => scrollY) }
}

const linesOf = (page: Page): Promise<Line[]> =>
  page.evaluate(
    lines =>
      [...document.querySelectorAll(lines)].map(line => ({
        line: line.textContent,
        top: line.getBoundingClientRect().top,
      })),
    LINES,
  )

/**
 * How far a place is from where it was; a row of what was begun may have come above it at home. The reader's own pages say
 * something else after each article that was read: there the height counts.
 */
async function distanceTo({ line, top, y }: Place, page: Page): Promise<number> {
  const same = (await linesOf(page)).filter(each => each.line === line)
  if (same.length === 0) return page.evaluate(y => Math.abs(scrollY - y), y)
  return Math.min(...same.map(each => Math.abs(each.top - top)))
}

const hosts = [
  { name: 'D1 deploy, with the worker', serviceWorkers: 'allow', missing: '404', maxAge: 0, by: 'link' },
  { name: 'D1 deploy, without a worker', serviceWorkers: 'block', missing: '404', maxAge: 0, by: 'link' },
  {
    name: 'D1 deploy, pages from the browser’s cache',
    serviceWorkers: 'block',
    missing: '404',
    maxAge: 600,
    by: 'address',
  },
  {
    name: 'D2 deploy, home page for missing files, with the worker',
    serviceWorkers: 'allow',
    missing: 'home',
    maxAge: 0,
    by: 'link',
  },
  {
    name: 'D2 deploy, home page for missing files, without a worker',
    serviceWorkers: 'block',
    missing: 'home',
    maxAge: 0,
    by: 'link',
  },
] as const

for (const { name, serviceWorkers, missing, maxAge, by } of hosts)
  test(`${name}: from each page to each other and back, with a new version before each step`, async ({
    browser,
  }) => {
    test.setTimeout(1_800_000)
    Object.assign(server, { missing, maxAge })
    const trials = new Trials(name, 'visits and returns')
    const kept = new Trials(`${name}: what the worker keeps`, 'entries')
    for (const from of routes) {
      const context = await browser.newContext({ serviceWorkers, timezoneId: morningZone() })
      await read(context)
      const page = await openTab(context, from, serviceWorkers)
      const reports = collectReports(page)
      for (const to of routes) {
        if (to === from) continue
        let place: Place | undefined
        const isThere = await trials.try(`${from.path} → ${to.path}`, async () => {
          await staysInTheMiddle(page)
          place = await scrollOn(page)
          await (by === 'link' ? followLink(page, addressOf(to)) : page.goto(addressOf(to)))
          await isShown(page, to)
          await expect(page).toHaveURL(addressOf(to))
          expect(reports).toEqual([])
        })
        const isBack = await trials.try(`${from.path} ← ${to.path}`, async () => {
          deploy()
          await comeBack(page, { after: 600 })
          await page.goBack()
          await isShown(page, from)
          await expect.poll(() => distanceTo(place!, page), place!.line).toBeLessThan(200)
          expect(reports).toEqual([])
        })
        if (isThere && isBack) continue
        reports.length = 0
        await open(page, addressOf(from))
      }
      if (serviceWorkers === 'allow') await checkKept(page, kept)
      await context.close()
    }
    if (serviceWorkers === 'allow') kept.tell()
    trials.tell()
  })

/** Reads an article, so that the reader's own pages have something to show. */
async function read(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await open(page, `${server.address}a/${ids.welcome}/`)
  await page.mouse.wheel(0, 300)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  await page.goto(`${server.address}history/`)
  await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible()
  await page.close()
}

/** What a page says once it says nothing new. */
async function settledText(main: Locator): Promise<string | null> {
  let text: string | null = null
  const isSettled = async () => {
    const before = text
    text = await main.textContent()
    return text === before && !text?.includes('正在搜索…')
  }
  await expect.poll(isSettled, { intervals: [500] }).toBe(true)
  return text
}

/** A deploy does nothing to a page in whose field the reader is typing. */
async function staysInTheMiddle(page: Page): Promise<void> {
  const main = page.getByRole('main')
  const field = main.getByRole('searchbox')
  const hasField = await field.isVisible()
  const shown = await settledText(main)
  const asked = hasField ? await field.inputValue() : ''
  if (hasField) await field.fill('拾页')
  const mark = Math.random()
  await page.evaluate(value => Object.assign(window, { mark: value }), mark)
  deploy()
  await comeBack(page, { after: 600 })
  expect(await page.evaluate(() => (window as unknown as { mark: number }).mark)).toBe(mark)
  if (!hasField) return
  await expect(field).toHaveValue('拾页')
  await field.fill(asked)
  await expect.poll(() => main.textContent()).toBe(shown)
}

const TYPES: Record<string, RegExp> = {
  '': /^text\/html/,
  '.html': /^text\/html/,
  '.js': /javascript/,
  '.css': /^text\/css/,
  '.json': /json/,
  '.bin': /octet-stream/,
  '.svg': /^image\/svg/,
  '.png': /^image\/png/,
  '.webmanifest': /json/,
}

async function checkKept(page: Page, kept: Trials): Promise<void> {
  const entries = await page.evaluate(async () => {
    const all: { address: string; type: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const entry = await cache.match(request)
        if (!entry) continue // of a version that has just gone
        all.push({ address: request.url, type: entry.headers.get('Content-Type') ?? '' })
      }
    }
    return all
  })
  const isWrong = ({ address, type }: (typeof entries)[number]) =>
    !TYPES[extname(new URL(address).pathname)]?.test(type)
  kept.add(
    entries.length,
    entries.filter(isWrong).map(({ address, type }) => `${address}: ${type}`),
  )
}

/** Counts from now on how often each tab is loaded anew where it is. */
function countReloads(tabs: Page[]): number[] {
  const loads = tabs.map(() => 0)
  for (const [index, tab] of tabs.entries())
    tab.on('request', request => {
      if (request.isNavigationRequest() && request.url() === tab.url()) loads[index]!++
    })
  return loads
}

const tellReloads = (trials: Trials, loads: number[]) =>
  trials.add(
    loads.length,
    loads.filter(count => count > 1).map(count => `a tab was loaded ${count} times`),
  )

const changes = {
  'one deploy': () => {
    server.folder = folders[1]!
  },
  'two servers that alternate': () => {
    let turn = 0
    server.before = () => {
      server.folder = folders[turn++ % 2]!
      return false
    }
  },
}

for (const [change, happen] of Object.entries(changes))
  for (const serviceWorkers of ['allow', 'block'] as const) {
    const worker = serviceWorkers === 'allow' ? 'with the worker' : 'without a worker'
    test(`D3: ${change}, ${worker}: no tab is loaded anew more than once in a minute`, async ({
      browser,
    }) => {
      const trials = new Trials(`D3 ${change}, ${worker}`, 'tabs')
      for (const count of [1, 2, 5]) {
        Object.assign(server, { folder: folders[0], before: () => false })
        const context = await browser.newContext({ serviceWorkers })
        const tabs: Page[] = []
        for (const route of routes.slice(0, count)) tabs.push(await openTab(context, route, serviceWorkers))
        happen()
        const loads = countReloads(tabs)
        for (let tenth = 1; tenth <= 6; tenth++) {
          for (const [index, tab] of tabs.entries()) {
            await tab.bringToFront()
            await followLink(tab, addressOf(routes[(index + tenth) % (routes.length - 1)]!)) // the last is no page of the app
          }
          // Nothing tells that no reload comes any more: a tab that goes on and on does so within seconds.
          await tabs[0]!.waitForTimeout(2000)
          for (const tab of tabs) await comeBack(tab, { after: 8 })
        }
        tellReloads(trials, loads)
        for (const tab of tabs) await expect(tab.getByRole('heading', { level: 1 })).toBeVisible()
        await context.close()
      }
      trials.tell()
    })
  }

test('D3: a reader who takes the new version in one of five tabs reloads that tab alone', async ({
  context,
}) => {
  const tabs: Page[] = []
  for (const route of routes.slice(0, 5)) {
    tabs.push(await openTab(context, route, 'allow'))
    // Chromium looks for a new version by itself after each navigation, and may leave what a page asks meanwhile without an answer.
    await tabs.at(-1)!.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
  }
  deploy()
  const loads = countReloads(tabs)
  await tabs[0]!.bringToFront()
  await comeBack(tabs[0]!, { after: 120 })
  await notice(tabs[0]!, '网站有新版本').getByRole('button', { name: '刷新' }).click()
  await expect.poll(() => loads[0]).toBe(1)
  await alive(tabs[0]!)
  for (const tab of tabs) await comeBack(tab, { after: 60 })
  await tabs[0]!.waitForTimeout(2000) // nothing tells that no reload comes any more
  const trials = new Trials('D3 the new version is taken in one of five tabs', 'tabs')
  tellReloads(trials, loads)
  trials.tell()
  expect(loads).toEqual([1, 0, 0, 0, 0])
})

test('D4: an open tab offers the new version once the reader comes back to it', async ({ browser }) => {
  const trials = new Trials('D4 an open tab offers the new version within a minute', 'tabs')
  let longest = 0
  for (const route of routes) {
    server.folder = folders[0]!
    const context = await browser.newContext()
    await trials.try(route.path, async () => {
      const page = await openTab(context, route, 'allow')
      deploy()
      const start = performance.now()
      await comeBack(page, { after: 60 })
      await expect(notice(page, '网站有新版本')).toBeVisible({ timeout: 60_000 })
      longest = Math.max(longest, performance.now() - start)
    })
    await context.close()
  }
  console.log(`D4: ${Math.round(longest)} ms at most from coming back to the offer`)
  trials.tell()
})

test('D4: the first visit after a deploy shows what is new', async ({ browser }) => {
  const [old, changed] = ['屏幕上的中文', '屏幕上的汉字'] as const
  const next = versions.make('D')
  for (const path of readdirSync(next, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|json)$/.test(path)) continue
    const text = readFileSync(join(next, path), 'utf8')
    if (text.includes(old)) writeFileSync(join(next, path), text.replaceAll(old, changed))
  }
  const article = routes.find(({ path }) => path.startsWith('a/'))!
  const trials = new Trials('D4 the first visit shows what is new', 'visits')
  for (const serviceWorkers of ['allow', 'block'] as const)
    for (const maxAge of serviceWorkers === 'allow' ? [0, 600] : [0]) {
      const context = await browser.newContext({ serviceWorkers })
      Object.assign(server, { folder: folders[0], maxAge })
      for (const route of [routes[0]!, article]) await (await openTab(context, route, serviceWorkers)).close()
      server.folder = next
      const isNew = (page: Page) => expect(page.getByRole('main').getByText(changed).first()).toBeVisible()
      const by = { home: addressOf(routes[0]!), article: addressOf(article) }
      for (const [name, address] of Object.entries(by))
        await trials.try(`${name}, worker: ${serviceWorkers}, kept ${maxAge} s`, async () => {
          const page = await context.newPage()
          await page.goto(address)
          await isNew(page)
          await followLink(page, name === 'home' ? by.article : by.home)
          await isNew(page)
        })
      await context.close()
    }
  trials.tell()
})
