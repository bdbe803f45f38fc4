import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, expect, type Page, test } from 'playwright/test'
import { findChromium } from '../chromium.ts'
import { Trials } from '../faults.ts'
import { DEV_PORT, LAUNCH } from './drill-sites.ts'

/** A page that can import the app's modules and does nothing of its own. */
async function quietPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const body = '<!doctype html><script>globalThis.__SITE__ = {}</script>'
  await page.route('**/quiet', route => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(`http://127.0.0.1:${DEV_PORT}/quiet`)
  return page
}

/** Writes visits as a page does that goes away, one by one; tells of each once it is kept. */
const writeVisits = `async (tab, count, told) => {
  const { addVisit } = await import('/src/app/history/history.ts')
  for (let at = 0; at < count; at++) {
    const id = tab + '-' + at
    await addVisit({ id, articleId: '0123456789abcdef', title: id, author: '', startedAt: Date.now(), seconds: 1,
      progress: 0.5, place: { block: 0, offset: 0 } })
    told?.(id)
  }
}`

const countVisits = `import('/src/app/storage/database.ts')
  .then(({ openDatabase }) => openDatabase())
  .then(async database => ({
    ids: await database.getAllKeys('visits'),
    logged: await database.count('log'),
  }))`

for (const tabs of [2, 5, 10])
  test(`${tabs} tabs write 1,000 visits each at once: none is lost, none is there twice`, async ({
    context,
  }) => {
    const pages: Page[] = []
    for (let tab = 0; tab < tabs; tab++) pages.push(await quietPage(context))
    const start = performance.now()
    await Promise.all(pages.map((page, tab) => page.evaluate(`(${writeVisits})('tab${tab}', 1000)`)))
    const took = performance.now() - start
    const { ids, logged } = (await pages[0]!.evaluate(countVisits)) as { ids: string[]; logged: number }
    console.log(`${tabs} tabs: ${ids.length} visits in ${(took / 1000).toFixed(1)} s`)
    const trials = new Trials(`H5 ${tabs} tabs write at once`, 'visits')
    const written = pages.flatMap((_, tab) => Array.from({ length: 1000 }, (_, at) => `tab${tab}-${at}`))
    const there = new Set(ids)
    trials.add(
      written.length,
      written.filter(id => !there.has(id)),
    )
    expect(ids.length).toBe(there.size)
    expect(logged).toBe(tabs * 1000)
    trials.tell()
  })

const KILLS = Number(process.env.KILLS || 50)

test(`the browser is killed at ${KILLS} random moments: what was kept before is there after`, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'drill-'))
  const launch = () =>
    chromium.launchPersistentContext(profile, { executablePath: findChromium(), args: LAUNCH })
  const told = new Set<string>()
  const trials = new Trials(`H2 ${KILLS} kills of the browser`, 'visits')
  for (let kill = 0; kill <= KILLS; kill++) {
    const context = await launch()
    const page = await quietPage(context)
    const { ids } = (await page.evaluate(countVisits)) as { ids: string[] }
    const there = new Set(ids)
    const lost = [...told].filter(id => !there.has(id))
    if (kill === KILLS || lost.length > 0) {
      trials.add(told.size, lost)
      await context.close()
      break
    }
    await page.exposeFunction('told', (id: string) => void told.add(id))
    page.evaluate(`(${writeVisits})('kill${kill}', 1e6, told)`).catch(() => undefined)
    await expect.poll(() => [...told].some(id => id.startsWith(`kill${kill}-`))).toBe(true)
    await new Promise(done => setTimeout(done, Math.random() * 400))
    await killBrowser(context)
  }
  rmSync(profile, { recursive: true, force: true })
  trials.tell()
})

/** As a power cut or the system does: nothing of the browser runs any more. */
async function killBrowser(context: BrowserContext): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const closed = new Promise(done => context.once('close', done))
  process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL')
  await closed
}

const FEW = 200
const MANY = 100_000
const SOON_MS = 200

test('100,000 visits are as quick as 200 to open, find and change, at a quarter of the speed', async ({
  page,
}) => {
  const client = await page.context().newCDPSession(page)
  const main = page.getByRole('main')
  const rows = main.locator('.day li')
  const trials = new Trials(
    'H6 100,000 visits',
    `figures: first rows within ${SOON_MS} ms or as soon as of ${FEW}, memory`,
  )
  const took: Record<number, Record<string, number>> = {}
  const heap: Record<number, number> = {}
  for (const count of [FEW, MANY]) {
    await page.goto('history/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.poll(hasDatabase(page)).toBe(true)
    await page.evaluate(seedVisits, count)
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const medianOf = async (
      prepare: () => Promise<unknown>,
      work: (turn: number) => Promise<unknown>,
      shown: (turn: number) => string,
      where = 'main .day li .title',
    ) => {
      const times: number[] = []
      for (let turn = 0; turn < 5; turn++) {
        await prepare()
        times.push(await timeTo(page, () => work(turn), where, shown(turn)))
      }
      return times.sort((a, b) => a - b)[2]!
    }
    const home = async () => {
      await page.goto('')
      await page.waitForLoadState('networkidle')
    }
    const history = () => page.getByRole('banner').getByRole('link', { name: '历史' }).click()
    const search = page.getByRole('searchbox', { name: '在历史中查找' })
    const more = main.getByRole('button', { name: /更多操作/ })
    const reset = async () => {
      await page.goto('about:blank') // the same address again is a reload, which keeps the rows that "more" brought
      await page.goto('history/')
      await expect(rows).toHaveCount(50)
    }
    took[count] = {
      open: await medianOf(home, history, () => 'title 0'),
      find: await medianOf(
        reset,
        () => search.fill('title 177'),
        () => 'title 177',
      ),
      more: await medianOf(
        reset,
        () => main.getByRole('button', { name: '更早的' }).click(),
        () => 'title 50',
      ),
      delete: await medianOf(
        reset,
        () => rows.first().getByRole('button').click(),
        turn => `title ${50 + turn}`,
      ),
      mark: await medianOf(
        async () => {
          await page.goto('c/')
          await expect(more.first()).toBeVisible()
          await page.waitForLoadState('networkidle')
        },
        async turn => {
          // Those of the first round are read already.
          await more.nth(count === FEW ? turn : 5 + turn).click()
          await page.getByRole('menuitem', { name: '标为已读', exact: true }).click()
        },
        () => '已标为已读',
        '.toast',
      ),
      export: await medianOf(
        async () => {
          await page.goto('backup/')
          await page.waitForLoadState('networkidle')
        },
        () => page.getByRole('button', { name: '下载备份' }).click(),
        () => '正在收集',
        'main [role=status]',
      ),
    }
    const exporting = performance.now()
    await expect(main.getByText('备份已交给浏览器下载')).toBeVisible({ timeout: 300_000 })
    const exported = performance.now() - exporting
    await reset()
    heap[count] = await heapOf(client)
    const start = performance.now()
    await main.getByRole('button', { name: '清空' }).click()
    await expect(page.getByText('历史已清空')).toBeVisible({ timeout: 300_000 })
    const cleared = performance.now()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(rows.first()).toBeVisible({ timeout: 300_000 })
    console.log(
      `${count} visits: ${JSON.stringify(took[count])} ms; exported in ${Math.round(exported)} ms, cleared in ${Math.round(cleared - start)} ms, undone in ${Math.round(performance.now() - cleared)} ms`,
    )
    await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
  // A busy machine is slow with both.
  const more = heap[MANY]! - heap[FEW]!
  console.log(`the open history holds ${more.toFixed(1)} MB more than of ${FEW} visits`)
  await trials.try('memory', async () => expect(more).toBeLessThan(50))
  for (const [way, time] of Object.entries(took[MANY]!))
    await trials.try(`${way} ${time} ms`, async () =>
      expect(time).toBeLessThan(Math.max(SOON_MS, took[FEW]![way]! * 1.5)),
    )
  trials.tell()
})

const hasDatabase = (page: Page) => () =>
  page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'shiye'))

const heapOf = async (client: CDPSession): Promise<number> => {
  await client.send('HeapProfiler.collectGarbage')
  return (await client.send('Runtime.getHeapUsage')).usedSize / 1e6
}

/**
 * Milliseconds from the last thing that a reader does, a press or a change of a field, until an element begins with a text, by the
 * page's own clock.
 */
async function timeTo(
  page: Page,
  work: () => Promise<unknown>,
  where: string,
  text: string,
): Promise<number> {
  await page.evaluate(
    ([where, text]) => {
      Object.assign(window, {
        shown: new Promise<number>(resolve => {
          let from = 0
          for (const type of ['click', 'input'])
            addEventListener(type, () => (from = performance.now()), { capture: true })
          const watcher = new MutationObserver(() => {
            if (
              !from ||
              ![...document.querySelectorAll(where)].some(each => each.textContent.startsWith(text))
            )
              return
            watcher.disconnect()
            resolve(Math.round(performance.now() - from))
          })
          watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
        }),
      })
    },
    [where, text] as const,
  )
  await work()
  return page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown)
}

async function seedVisits(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('shiye')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const transaction = database.transaction(['visits', 'log', 'own'], 'readwrite')
  const device = await new Promise<string>(resolve => {
    const request = transaction.objectStore('own').get('device')
    request.onsuccess = () => resolve(request.result)
  })
  const hour = 3_600_000
  for (let at = 0; at < count; at++) {
    const id = `seed-${at}`
    const tick = (Date.now() - at * hour).toString(36).padStart(11, '0')
    transaction.objectStore('log').put({ kind: 'visits', id, versions: [{ at: `${tick}0000-${device}` }] })
    transaction.objectStore('visits').put({
      id,
      articleId: (at % 5000).toString(16).padStart(16, '0'),
      title: `title ${at}`,
      author: `author ${at % 50}`,
      startedAt: Date.now() - at * hour,
      seconds: 60,
      progress: 0.5,
      place: { block: 1, offset: 0 },
    })
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onerror = reject
  })
  database.close()
}
