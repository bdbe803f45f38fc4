import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, expect, type Page, test } from 'playwright/test'
import { DIGEST_LENGTH } from '../../src/shared/packs.ts'
import { Trials } from '../faults.ts'
import { paged, pagedId, pagedTitle } from '../make-seeds.ts'
import { alive, body, controlled, ids, open, painted, titles } from '../site.ts'
import { type Served, serveFolder } from '../static-server.ts'
import { DIST } from './drill-sites.ts'
import { goTo } from './follow.ts'
import { type Failure, failAfter, failures, flap, heal, slowDown } from './line.ts'

/** Every n-th request only, for a drill in a hurry: `EVERY=4 npm run drills -- network`. */
const EVERY = Number(process.env.EVERY || 1)

/** Whoever has waited for so long wants to be told something. */
const PATIENCE_MS = 10_000

let server: Served

test.beforeEach(async () => {
  server = await serveFolder(DIST, '/')
})
test.afterEach(() => server.close())

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })

/** What a page offers that could not be had, or not whole. */
const again = (page: Page) =>
  page.locator('a, button').filter({ hasText: /^(再试一次|重新载入|↻ 重新载入 Reload)$/ })

interface Place {
  path: string
  /** What there is to read. */
  shown: (page: Page) => ReturnType<Page['locator']>
}

const kindsOfPage: Record<string, Place> = {
  article: { path: `a/${ids.long}/`, shown: page => body(page).getByText('字').first() },
  list: {
    path: 'c/page/2/',
    shown: page => page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first(),
  },
  'part of a list': {
    path: 'c/?short',
    shown: page => page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first(),
  },
  history: { path: 'history/', shown: page => page.getByText('还没有读过的文章') },
}

async function inNewProfile(
  browser: Browser,
  serviceWorkers: 'allow' | 'block',
  story: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ serviceWorkers })
  try {
    await story(await context.newPage(), context)
  } finally {
    heal(server)
    await context.close()
  }
}

/** How many requests something makes on a line that is well. */
async function countRequests(page: Page, work: () => Promise<unknown>): Promise<number> {
  const before = server.requests.length
  await work()
  await page.waitForLoadState('networkidle')
  return server.requests.length - before
}

for (const failure of Object.keys(failures) as Failure[])
  test(`first load: the line ${failure} after each request`, async ({ browser }) => {
    test.setTimeout(3_600_000)
    const trials = new Trials(`N2 first load, the line ${failure} after the k-th request`, 'loads')
    for (const [kind, { path, shown }] of Object.entries(kindsOfPage)) {
      let requests = 0
      await inNewProfile(browser, 'block', async page => {
        requests = await countRequests(page, () => open(page, server.address + path))
      })
      for (let carried = 1; carried < requests; carried += EVERY)
        await trials.try(`${kind}, ${carried} of ${requests}`, () =>
          inNewProfile(browser, 'block', async page => {
            failAfter(server, carried, failure)
            await page.goto(server.address + path, { waitUntil: 'commit' })
            await expect(shown(page).or(again(page)).first()).toBeVisible({ timeout: PATIENCE_MS })
            await painted(page)
            heal(server)
            if (await shown(page).isVisible()) {
              // However much of the app has come, links lead on; pressed again if the page came anew at that moment.
              await expect(async () => {
                await page.getByRole('banner').getByRole('link', { name: '设置' }).click()
                await expect(heading(page).getByText('设置').or(again(page))).toBeVisible({
                  timeout: PATIENCE_MS / 2,
                })
              }).toPass({ timeout: 2 * PATIENCE_MS })
              return
            }
            // It may have come by itself meanwhile.
            await again(page)
              .click({ timeout: PATIENCE_MS })
              .catch(() => undefined)
            await expect(shown(page)).toBeVisible({ timeout: PATIENCE_MS })
          }),
        )
    }
    trials.tell()
  })

/** Pages that need data, or a script, of their own. */
const targets: Record<string, string> = {
  [`a/${pagedId(3)}/`]: pagedTitle(3),
  [`${encodedList(paged.names)}/page/2/`]: '分页',
  'categories/': '全部分类',
  'archive/': '归档',
  'archive/2020/02/': '2020年2月',
  'on-this-day/?day=02-29': '历史上的今天',
  'history/': '阅读历史',
  'offline/': '离线',
  'settings/': '设置',
}

function encodedList(names: string[]): string {
  return `c/${names.map(encodeURIComponent).join('/')}`
}

/** Arrives, at once or by what a page offers that could not be had. */
async function arrive(page: Page, path: string): Promise<void> {
  const title = heading(page).getByText(targets[path]!)
  await expect(title.or(again(page)).first()).toBeVisible({ timeout: PATIENCE_MS })
  heal(server)
  // The page may have come by itself meanwhile.
  if (!(await title.isVisible()))
    await again(page)
      .click()
      .catch(() => undefined)
  await expect(title).toBeVisible({ timeout: PATIENCE_MS })
}

for (const serviceWorkers of ['block', 'allow'] as const)
  for (const failure of Object.keys(failures) as Failure[])
    test(`navigation, worker ${serviceWorkers}: the line ${failure} after each request`, async ({
      browser,
    }) => {
      test.setTimeout(3_600_000)
      const worker = serviceWorkers === 'allow' ? 'with' : 'without'
      const trials = new Trials(
        `N2 navigation ${worker} a worker, the line ${failure} after the k-th request`,
        'pages',
      )
      const start = async (page: Page) => {
        await open(page, server.address)
        if (serviceWorkers === 'allow') await controlled(page)
        await page.waitForLoadState('networkidle')
      }
      for (const path of Object.keys(targets)) {
        let requests = 0
        await inNewProfile(browser, serviceWorkers, async page => {
          await start(page)
          requests = await countRequests(page, async () => {
            await goTo(page, path)
            await arrive(page, path)
          })
        })
        for (let carried = 0; carried < requests; carried += EVERY)
          await trials.try(`${path}, ${carried} of ${requests}`, () =>
            inNewProfile(browser, serviceWorkers, async page => {
              await start(page)
              failAfter(server, carried, failure)
              await goTo(page, path)
              await arrive(page, path)
            }),
          )
      }
      trials.tell()
    })

const QUESTION = '像老师批作业'

for (const serviceWorkers of ['block', 'allow'] as const)
  for (const failure of Object.keys(failures) as Failure[])
    test(`search, worker ${serviceWorkers}: the line ${failure} after each request`, async ({ browser }) => {
      test.setTimeout(3_600_000)
      const worker = serviceWorkers === 'allow' ? 'with' : 'without'
      const trials = new Trials(
        `N2 search ${worker} a worker, the line ${failure} after the k-th request`,
        'searches',
      )
      const start = async (page: Page) => {
        await open(page, `${server.address}search/`)
        if (serviceWorkers === 'allow') await controlled(page)
        await page.waitForLoadState('networkidle')
      }
      const ask = (page: Page) => page.getByRole('searchbox', { name: '搜索全部文章' }).fill(QUESTION)
      const hit = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ hasText: QUESTION })
      const lack = (page: Page) => page.getByText(/暂时搜不了|没能查到|没能开始搜索|没有网络/)
      let requests = 0
      await inNewProfile(browser, serviceWorkers, async page => {
        await start(page)
        requests = await countRequests(page, async () => {
          await ask(page)
          await expect(hit(page).first()).toBeVisible()
        })
      })
      for (let carried = 0; carried < requests; carried += EVERY)
        await trials.try(`${carried} of ${requests}`, () =>
          inNewProfile(browser, serviceWorkers, async page => {
            await start(page)
            failAfter(server, carried, failure)
            await ask(page)
            await expect(hit(page).or(lack(page)).first()).toBeVisible({ timeout: PATIENCE_MS })
            heal(server)
            await page.getByRole('searchbox', { name: '搜索全部文章' }).fill('')
            await ask(page)
            await expect(hit(page).first()).toBeVisible({ timeout: PATIENCE_MS })
          }),
        )
      trials.tell()
    })

/** What servers answer with that do not have a data file, or are not well. */
const wrongAnswers: Record<string, (response: ServerResponse) => unknown> = {
  404: response => response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not found</h1>'),
  500: response => response.writeHead(500, { 'Content-Type': 'text/html' }).end('<h1>Oh</h1>'),
  'a page': response => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Home</h1>'),
  'half of it': response =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"articles":[{"id":"e2e'),
  'another type': response => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('{}'),
  nothing: response => response.writeHead(200, { 'Content-Type': 'application/json' }).end(),
}

for (const serviceWorkers of ['block', 'allow'] as const)
  test(`data files are answered wrongly, worker ${serviceWorkers}`, async ({ browser }) => {
    const hasWorker = serviceWorkers === 'allow'
    const trials = new Trials(`N2 wrong answers ${hasWorker ? 'with' : 'without'} a worker`, 'pages')
    const keptTrials = new Trials('N2 wrong answers, the page is kept', 'pages')
    for (const [answer, give] of Object.entries(wrongAnswers))
      await inNewProfile(browser, serviceWorkers, async page => {
        await open(page, server.address)
        if (hasWorker) await controlled(page)
        await page.waitForLoadState('networkidle')
        const spoil = () => {
          server.before = (asked, _request, response) => {
            const isData = asked.startsWith('data/')
            if (isData) give(response)
            return isData
          }
        }
        const isGone = heading(page).getByText(/没有这一页|已被移走/)
        for (const path of Object.keys(targets).slice(0, 6)) {
          const title = heading(page).getByText(targets[path]!)
          await trials.try(`${answer} for ${path}`, async () => {
            spoil()
            await goTo(page, path)
            await expect(again(page).or(isGone).first()).toBeVisible({ timeout: PATIENCE_MS })
            heal(server)
            if (await isGone.isVisible()) await page.reload()
            else await again(page).click()
            await expect(title).toBeVisible({ timeout: PATIENCE_MS })
            await open(page, server.address)
          })
          if (!hasWorker) continue
          await keptTrials.try(`${answer} for ${path}`, async () => {
            await goTo(page, path)
            await expect(title).toBeVisible({ timeout: PATIENCE_MS })
            await page.waitForLoadState('networkidle')
            await open(page, server.address)
            spoil()
            await goTo(page, path)
            // Only what the server says is gone is gone.
            await expect(answer === '404' ? isGone : title).toBeVisible({ timeout: PATIENCE_MS })
            heal(server)
            await open(page, server.address)
          })
        }
      })
    trials.tell()
    if (hasWorker) keptTrials.tell()
  })

const STEPS = 60

test('slow 3G that cuts one request in twenty', async ({ browser }) => {
  const trials = new Trials('N2 slow 3G, 5 % of requests cut', 'pages')
  await inNewProfile(browser, 'allow', async page => {
    slowDown(server, { cutShare: 0.05 })
    await page.goto(server.address)
    await alive(page)
    for (let step = 1; step <= STEPS; step++) {
      const path = step % 3 === 0 ? 'archive/2020/02/' : `a/${pagedId(1 + (step % paged.count))}/`
      const title = step % 3 === 0 ? targets[path]! : pagedTitle(1 + (step % paged.count))
      await trials.try(`${step}: ${path}`, async () => {
        if (step % 2) await goTo(page, path)
        else await page.goto(server.address + path, { waitUntil: 'commit' }).catch(() => undefined)
        const there = heading(page).getByText(title, { exact: true })
        for (let tries = 0; tries < 5; tries++) {
          await expect(there.or(again(page)).first()).toBeVisible({ timeout: PATIENCE_MS })
          if (await there.isVisible()) return
          await again(page).click()
        }
        throw new Error('five tries were not enough')
      })
    }
  })
  trials.tell()
})

const packRow = (page: Page) => page.locator('.pack')
const state = (page: Page) => packRow(page).locator('.pack-state')
const button = (page: Page, name: string) => packRow(page).getByRole('button', { name, exact: true })

/** The articles of packs that the device holds, and what it holds of them. */
const heldArticles = (page: Page) =>
  page.evaluate(async () => {
    const cache = await caches.open('packs')
    const articles = (await cache.keys()).filter(({ url }) => url.includes('/data/a/'))
    return Promise.all(
      articles.map(async request => (await (await cache.match(request))!.json()).title as string),
    )
  })

/** Brings a pack to its end, whatever has to be pressed. */
async function finish(page: Page): Promise<void> {
  const rest = button(page, '再试缺的')
  await expect(state(page).filter({ hasText: '可以离线读' })).toBeVisible({ timeout: 60_000 })
  if (await rest.isVisible()) {
    await rest.click()
    await expect(state(page)).toHaveText(/可以离线读 ·/, { timeout: 60_000 })
  }
}

/** A line that fails a moment after so many requests, and is well again a moment later. */
async function failOnce(carried: number, failure: Failure): Promise<void> {
  failAfter(server, carried, failure)
  const before = server.requests.length
  await expect
    .poll(() => server.requests.length - before, { timeout: 5000 })
    .toBeGreaterThan(carried)
    .catch(() => undefined)
  heal(server)
}

for (const failure of ['is cut', 'is cut in the middle'] as const)
  test(`packs: the line ${failure} after each request of a download and of an update`, async ({
    browser,
  }) => {
    test.setTimeout(3_600_000)
    const later = makeLater()
    const downloads = new Trials(`N2 download of a pack, the line ${failure} after the k-th request`, 'packs')
    const updates = new Trials(`N2 update of a pack, the line ${failure} after the k-th request`, 'packs')
    await inNewProfile(browser, 'allow', async page => {
      await open(page, `${server.address}offline/?list=${encodeURIComponent(encodedList(paged.names))}`)
      await controlled(page)
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
      let requests = await countRequests(page, async () => {
        await press('下载')
        await finish(page)
      })
      const remove = async () => {
        await packRow(page)
          .getByRole('button', { name: /^(删除|取消)/ })
          .click()
        await expect(packRow(page)).toHaveCount(0)
      }
      for (let carried = 0; carried < requests; carried += EVERY) {
        await remove()
        await downloads.try(`${carried} of ${requests}`, async () => {
          await press('下载')
          await failOnce(carried, failure)
          await finish(page)
          expect(await heldArticles(page)).toHaveLength(paged.count)
        })
      }
      const updateTo = async (folder: string) => {
        server.folder = folder
        await button(page, '更新').click()
      }
      const isOf = (version: string) => async () =>
        (await heldArticles(page)).filter(title => title.endsWith(version)).length
      requests = await countRequests(page, async () => {
        await updateTo(later)
        await expect.poll(isOf(LATER)).toBe(paged.count)
        await finish(page)
      })
      for (let carried = 0; carried < requests; carried += EVERY) {
        await updateTo(DIST)
        await expect.poll(isOf(LATER)).toBe(0)
        await finish(page)
        await updates.try(`${carried} of ${requests}`, async () => {
          await updateTo(later)
          await failOnce(carried, failure)
          // Nothing that was there is lost on the way.
          expect(await heldArticles(page)).toHaveLength(paged.count)
          await finish(page)
          if ((await isOf(LATER)()) === 0) await updateTo(later) // the reader was told that nothing came
          await expect.poll(isOf(LATER)).toBe(paged.count)
        })
      }
    })
    rmSync(later, { recursive: true })
    downloads.tell()
    updates.tell()
  })

/** As long as 40 seconds, when four come together over a line of 50 kB/s. */
const LONG = 500_000

test('packs: large files on slow 3G come at the first try', async ({ browser }) => {
  const trials = new Trials('N2 download of a pack over slow 3G, files of 500 kB', 'files')
  const folder = makeChanged((article, at) => (at < 4 ? { ...article, filling: '0'.repeat(LONG) } : article))
  server.folder = folder
  await inNewProfile(browser, 'allow', async page => {
    await open(page, `${server.address}offline/?list=${encodeURIComponent(encodedList(paged.names))}`)
    await controlled(page)
    await page.waitForLoadState('networkidle')
    slowDown(server)
    await page.getByRole('button', { name: '下载', exact: true }).click()
    await expect(state(page)).toHaveText(/可以离线读 ·/, { timeout: 400_000 })
  })
  const asked = server.requests.filter(({ bytes }) => bytes > LONG).map(({ path }) => path)
  for (const path of new Set(asked))
    await trials.try(path, async () => expect(asked.filter(each => each === path)).toHaveLength(1))
  rmSync(folder, { recursive: true })
  trials.tell()
})

const LATER = '（改）'

/** A copy of the site in which every article of the pack has another title. */
const makeLater = () => makeChanged(article => ({ ...article, title: article.title + LATER }))

/** A copy of the site in which articles of the pack are others. */
function makeChanged(change: (article: { title: string }, at: number) => object): string {
  const folder = mkdtempSync(join(tmpdir(), 'drill-changed-'))
  cpSync(DIST, folder, { recursive: true })
  const index = join(folder, 'data/c', ...paged.names, 'pack-1.json')
  const pack = JSON.parse(readFileSync(index, 'utf8')) as {
    ids: string[]
    bytes: number[]
    digests: string[]
  }
  for (const [at, id] of pack.ids.entries()) {
    const file = join(folder, `data/a/${id}.json`)
    const text = JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as { title: string }, at))
    writeFileSync(file, text)
    pack.bytes[at] = Buffer.byteLength(text)
    pack.digests[at] = createHash('sha256').update(text).digest('hex').slice(0, DIGEST_LENGTH)
  }
  writeFileSync(index, JSON.stringify(pack))
  return folder
}

/** The longest that a reader waits for what is here already, or to hear that it is not. */
const SOON_MS = 3000

const lines: Record<string, () => void> = {
  'one second on, one off': () => flap(server),
  '400 ms, 50 kB/s': () => slowDown(server),
  'connects and never answers': () => failAfter(server, 0, 'never answers'),
}

/** Milliseconds from an address until something is to be seen. */
async function timeTo(work: Promise<unknown>, seen: ReturnType<Page['locator']>): Promise<number> {
  const start = performance.now()
  work.catch(() => undefined)
  await seen.waitFor({ timeout: 30_000 })
  return performance.now() - start
}

for (const [line, begin] of Object.entries(lines))
  test(`a line of ${line}: what is kept is there soon, and so is word of what is not`, async ({
    browser,
  }) => {
    const kept = new Trials(`N3 kept articles, line: ${line}`, 'pages within 3 s')
    const other = new Trials(`N3 what is not kept, line: ${line}`, 'pages within 3 s')
    const times: Record<string, number[]> = { kept: [], opened: [], followed: [] }
    await inNewProfile(browser, 'allow', async page => {
      const articles = [ids.long, ids.window, ids.welcome, ids.sample]
      await open(page, server.address)
      await controlled(page)
      for (const id of articles) {
        await open(page, `${server.address}a/${id}/`)
        await page.waitForLoadState('networkidle')
      }
      begin()
      const within = async (which: string, trials: Trials, way: string, time: () => Promise<number>) =>
        trials.try(way, async () => {
          const took = await time()
          times[which]!.push(Math.round(took))
          expect(took).toBeLessThan(SOON_MS)
        })
      for (let turn = 0; turn < 3; turn++)
        for (const id of articles)
          await within('kept', kept, id, () =>
            timeTo(page.goto(`${server.address}a/${id}/`), body(page).locator('> *').first()),
          )
      for (let number = 1; number <= 10; number++) {
        const path = `a/${pagedId(number)}/`
        // The app is there, with a title or with word that there is none.
        await within('opened', other, `${path}, opened`, () =>
          timeTo(page.goto(server.address + path), page.getByRole('banner')),
        )
        // On a line that never answers some pictures are waited for, and no page is ever loaded.
        await page.goto(`${server.address}a/${ids.welcome}/`, { waitUntil: 'commit' })
        await alive(page)
        const next = `a/${pagedId(number + 20)}/`
        const title = heading(page).filter({ hasNotText: titles.welcome })
        await within('followed', other, `${next}, followed`, () => timeTo(goTo(page, next), title))
      }
    })
    for (const [which, took] of Object.entries(times)) console.log(`${line}, ${which}: ${took.join(', ')} ms`)
    kept.tell()
    other.tell()
  })
