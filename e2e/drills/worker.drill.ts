import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type BrowserContext, chromium, expect, type Page, test } from 'playwright/test'
import { findChromium } from '../chromium.ts'
import { Trials } from '../faults.ts'
import { paged, pagedId } from '../make-seeds.ts'
import { alive, collectReports, controlled, ids, open } from '../site.ts'
import { SEEDS } from '../sites.ts'
import { serveFolder } from '../static-server.ts'
import { Versions } from '../versions.ts'
import { CACHE, followLink, isShown, LAUNCH, routes } from './drill-sites.ts'

const DIST = `${CACHE}/dist`

/** What a worker keeps when it is installed, as its script lists it. */
function listed(folder: string): Set<string> {
  const script = readFileSync(join(folder, 'sw.js'), 'utf8')
  return new Set(script.match(/\{"revision":[^}]*\}/g))
}

const FAULTS: Record<string, (response: ServerResponse) => void> = {
  'answers 500': response => response.writeHead(500).end(),
  'is cut': response => {
    response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Length': 2000 })
    response.write('export const half = 1\n', () => response.destroy())
  },
  hangs: () => {},
}

/** Has the browser look for a new worker. @returns what became of it, or "none" */
const installNext = (page: Page) =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!
    // A look of the browser's own that has come to nothing may be in the way.
    await registration.update().catch(() => registration.update())
    const next = registration.installing
    if (!next) return 'none'
    return new Promise<string>(resolve => {
      next.addEventListener('statechange', () => resolve(next.state))
    })
  })

/** The addresses of what the worker's versions keep. */
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter(name => /^assets$|precache/.test(name))
    const all = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => url)
  })

test('D5: whichever file of a new version fails, and however, the old version goes on and none is there in part', async ({
  browser,
}) => {
  test.setTimeout(3_600_000)
  const versions = new Versions(DIST)
  const [old, next] = [versions.make('A'), versions.make('B')]
  const server = await serveFolder(old, '/')
  /** A reader of the old version, as the new one is deployed; another tab watches what the worker keeps. */
  const inOld = async (trial: (page: Page, watcher: Page) => Promise<void>) => {
    Object.assign(server, { folder: old, before: () => false })
    const context = await browser.newContext()
    const page = await context.newPage()
    await open(page, server.address)
    await controlled(page)
    await page.reload() // the first page came through no worker
    await alive(page)
    const watcher = await context.newPage()
    await watcher.goto(`${server.address}icon.svg`)
    server.folder = next
    await trial(page, watcher).finally(() => context.close())
  }

  const news = [...listed(next)].filter(each => !listed(old).has(each))
  const files = news.map(each => (JSON.parse(each) as { url: string }).url)
  const trials = new Trials('D5 installation, one file fails', 'files')
  for (const [index, file] of files.entries()) {
    const [name, fail] = Object.entries(FAULTS)[index % 3]!
    await trials.try(`${file} ${name}`, () =>
      inOld(async (page, watcher) => {
        const asked: ServerResponse[] = []
        let isOver = false
        server.before = (path, _request, response) => {
          if (path === 'sw.js' && asked.length > 0) response.writeHead(503).end() // one installation for each trial
          if (path !== file) return response.writableEnded
          asked.push(response)
          if (isOver) response.destroy()
          else fail(response)
          return true
        }
        const before = await keptFiles(watcher)
        const installed = installNext(watcher)
        installed.catch(() => undefined) // of a trial that has failed before
        await expect.poll(() => asked.length).toBeGreaterThan(0)
        if (name === 'hangs') {
          await works(page, server.address)
          isOver = true
          for (const response of asked) response.destroy()
        }
        expect(await installed).toBe('redundant')
        expect(await keptFiles(watcher)).toEqual(expect.arrayContaining(before))
        await works(page, server.address)
      }),
    )
  }
  trials.tell()

  await inOld(async (_page, watcher) => {
    expect(await installNext(watcher)).toBe('installed')
    const kept = await keptFiles(watcher)
    expect(files.filter(file => !kept.some(address => address.startsWith(server.address + file)))).toEqual([])
  })
  await server.close()
  versions.remove()
})

/** The old version has its parts that were not used yet, with the network and without, and no other waits for its turn. */
async function works(page: Page, address: string): Promise<void> {
  const isOther = await page.evaluate(async () => {
    const { waiting, active } = (await navigator.serviceWorker.getRegistration())!
    return waiting !== null || active?.state !== 'activated'
  })
  expect(isOther).toBe(false)
  const [home, own] = [routes[0]!, routes.find(({ path }) => path === 'settings/')!]
  await followLink(page, address + own.path)
  await isShown(page, own)
  await page.context().setOffline(true)
  await page.goto(address)
  await isShown(page, home)
  await page.context().setOffline(false)
}

const CHANGED = pagedId(3)

/** The same site with a paragraph more in one article, built as a publisher does. @returns its folder */
async function buildWithOneChange(): Promise<string> {
  const [seeds, dist] = [`${CACHE}/changed-seeds`, `${CACHE}/changed`]
  cpSync(SEEDS, seeds, { recursive: true })
  appendFileSync(`${seeds}/e2e/page_${CHANGED}.txt`, '<p>又添了一段。</p>')
  const build = ['node_modules/vite/bin/vite.js', 'build', '--outDir', dist, '--emptyOutDir']
  await promisify(execFile)(process.execPath, build, { env: { ...process.env, SEEDS_DIR: seeds } })
  return dist
}

test('D7: after one article changed, a reader loads what changed and nothing else', async ({ browser }) => {
  const changed = await buildWithOneChange()
  const isChanged = (path: string) => {
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
    return !readFileSync(join(DIST, file)).equals(readFileSync(join(changed, file)))
  }
  const server = await serveFolder(DIST, '/')
  const context = await browser.newContext()
  const page = await context.newPage()
  const list = `c/${paged.names.map(encodeURIComponent).join('/')}`
  const pages = ['', `${list}/`, `a/${CHANGED}/`, `a/${ids.long}/`, 'offline/']
  const readAll = async () => {
    for (const path of pages) {
      await open(page, server.address + path)
      await controlled(page)
      await page.waitForLoadState('networkidle')
    }
  }
  const pack = page.locator('.pack')
  await open(page, `${server.address}offline/?list=${encodeURIComponent(list)}`)
  await controlled(page)
  await page.getByRole('button', { name: '下载', exact: true }).click()
  await expect(pack).toContainText('可以离线读')
  await readAll()

  server.folder = changed
  server.requests.length = 0
  await readAll()
  await open(page, `${server.address}offline/`)
  await pack.getByRole('button', { name: '更新' }).click()
  await expect.poll(() => server.requests.some(({ path }) => path.includes('pack-'))).toBe(true)
  await page.waitForLoadState('networkidle')

  const sent = server.requests.filter(({ bytes }) => bytes > 0)
  const total = sent.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(
    `D7: ${server.requests.length} requests, ${sent.length} with ${total} bytes: ${sent.map(({ path }) => path).join(' ')}`,
  )
  const trials = new Trials('D7 one article changed', 'answers with content')
  trials.add(
    sent.length,
    sent.map(({ path }) => path).filter(path => !isChanged(path)),
  )
  trials.tell()
  await context.close()
  await server.close()
})

const noWorker: Record<string, (context: BrowserContext) => Promise<unknown>> = {
  'has no workers': context =>
    context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
    }),
  'refuses this one': context =>
    context.addInitScript(() => {
      if ('serviceWorker' in navigator)
        navigator.serviceWorker.register = () => Promise.reject(new DOMException('no', 'SecurityError'))
    }),
  'keeps nothing of sites': async () => {},
}

for (const [name, prepare] of Object.entries(noWorker))
  test(`D8: all reading works in a browser that ${name}`, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'drill-'))
    if (name === 'keeps nothing of sites') {
      const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
      mkdirSync(join(profile, 'Default'))
      writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences))
    }
    const server = await serveFolder(DIST, '/')
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium(),
      args: LAUNCH,
      locale: 'zh-CN',
    })
    await prepare(context)
    const page = await context.newPage()
    const reports = collectReports(page)
    const trials = new Trials(`D8 the browser ${name}`, 'pages')
    for (const [index, route] of routes.entries()) {
      const next = routes[(index + 1) % routes.length]!
      reports.length = 0
      await trials.try(route.path, async () => {
        await page.goto(server.address + encodeURI(route.path))
        await isShown(page, route)
        await followLink(page, server.address + encodeURI(next.path))
        await isShown(page, next)
        await page.goBack()
        await isShown(page, route)
        expect(reports).toEqual([])
      })
    }
    await context.close()
    await server.close()
    rmSync(profile, { recursive: true, force: true })
    trials.tell()
  })
