import type { BrowserContext, Page, Worker } from 'playwright/test'
import { survived } from './faults.ts'
import { busy, paged, pagedId, pagedTitle, scroll, scrollTitle } from './make-seeds.ts'
import { body, controlled, expect, ids, notice, open, test, titles } from './site.ts'

const packs = (page: Page) => page.locator('.pack')
const chosen = (page: Page) => page.locator('.pack-size')

/** Chooses a list by its address, as the tools of a list do. */
async function choose(page: Page, list: string): Promise<void> {
  await open(page, `offline/?list=${encodeURIComponent(list)}`)
  await controlled(page)
}

const downloadButton = (page: Page) => page.getByRole('button', { name: '下载', exact: true })

const encoded = (...names: string[]) => `c/${names.map(encodeURIComponent).join('/')}`

/** The worker, in which faults are put. */
async function workerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker')
}

/** What stories change in the worker. */
interface Fault {
  asked: string[]
  hold: Promise<void> | null
  letGo: () => void
}

/** Has the worker write down the articles that it asks for, and stop after so many until it is let go. */
const holdAfter = (worker: Worker, count: number) =>
  worker.evaluate(most => {
    const scope = globalThis as unknown as Fault & typeof globalThis
    const fetch = scope.fetch
    scope.asked = []
    scope.hold = new Promise(resolve => {
      scope.letGo = resolve
    })
    scope.fetch = async (input, options) => {
      const address = String(input instanceof Request ? input.url : input)
      if (!address.includes('/data/a/')) return fetch(input, options)
      scope.asked.push(address)
      if (scope.asked.length > most) await scope.hold
      return fetch(input, options)
    }
  }, count)

const letGo = (worker: Worker) => worker.evaluate(() => (globalThis as unknown as Fault).letGo())

const inPacks = (page: Page, name = 'packs') =>
  page.evaluate(async cacheName => {
    const cache = await caches.open(cacheName)
    return (await cache.keys()).filter(({ url }) => url.includes('/data/a/')).length
  }, name)

test('a pack tells its size before, goes on after the app was closed, waits while it is paused, and goes', {
  tag: '@once',
}, async ({ page, context, request }) => {
  await choose(page, encoded(scroll.name))
  const known = await (await request.get(`data/${encoded(scroll.name)}/pack-1.json`)).json()
  const first = await (await request.get(`data/a/${known.ids[0]}.json`)).body()
  expect(known.bytes[0]).toBe(first.byteLength)
  await expect(chosen(page)).toContainText(`${scroll.count} 篇`)
  await expect(chosen(page)).toContainText(/正文 [\d.]+ kB/)
  await expect(chosen(page)).toContainText(/还有 [\d.]+ .B 可用/)

  const worker = await workerOf(context)
  await holdAfter(worker, 40)
  await downloadButton(page).click()
  await expect(packs(page)).toContainText('正在下载')
  await expect.poll(() => inPacks(page)).toBeGreaterThanOrEqual(32)
  await context.setOffline(true)
  await expect(packs(page)).toContainText('没有网络')
  await context.setOffline(false)
  await expect(packs(page)).toContainText('正在下载')
  // Closed in the middle, it goes on by itself wherever the app is opened next.
  await open(page, './')
  await letGo(worker)
  await expect.poll(() => inPacks(page)).toBeGreaterThan(48)
  await open(page, 'offline/')
  await holdAfter(worker, 10)
  await page.getByRole('button', { name: '暂停' }).click()
  await letGo(worker)
  await expect(packs(page)).toContainText('已暂停')
  await page.reload()
  await expect(packs(page)).toContainText('已暂停')
  await choose(page, encoded(scroll.name))
  await expect(chosen(page)).toContainText(/其中 [\d.]+ kB 要下载/)
  await page.getByRole('button', { name: '继续' }).click()
  await expect(packs(page)).toContainText('可以离线读')
  await expect(chosen(page)).toContainText('都已在这台设备上')
  expect(await inPacks(page)).toBe(scroll.count)

  await context.setOffline(true)
  await page.goto(`a/${known.ids[150]}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scrollTitle(151))
  await page.goto(`${encoded(scroll.name)}/page/7/`)
  await expect(page.getByRole('heading', { name: scrollTitle(121) })).toBeVisible()
  await page.goto('offline/')
  await page.getByRole('button', { name: `删除“${scroll.name}”` }).click()
  await expect(notice(page, '已删除离线包')).toBeVisible()
  await expect(packs(page)).toHaveCount(0)
  await expect.poll(() => inPacks(page)).toBe(0)
  survived('a download is closed in the middle, and paused', scroll.count, 'articles')
})

test('all of a pack opens offline with its pictures, and everything else says that it needs the network', {
  tag: '@once',
}, async ({ page, context, request }) => {
  const list = encoded('随笔')
  await choose(page, list)
  await downloadButton(page).click()
  await expect(packs(page)).toContainText('可以离线读', { timeout: 30_000 })
  const { ids: promised } = (await (await request.get(`data/${list}/pack-1.json`)).json()) as {
    ids: string[]
  }
  const { ids: all } = (await (await request.get('data/c/pack-1.json')).json()) as { ids: string[] }
  const others = all.filter(id => !promised.includes(id)).slice(0, 5)
  expect(promised).toContain(ids.window)

  await context.setOffline(true)
  for (const id of promised) {
    await page.goto(`a/${id}/`)
    await expect(body(page), id).not.toBeEmpty()
  }
  for (const path of ['./', `${list}/`, 'categories/', 'offline/', 'saved/', 'settings/']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }), path).not.toHaveText('现在连不上网络')
  }
  for (const path of [
    ...others.map(id => `a/${id}/`),
    `${encoded(...paged.names)}/page/2/`,
    'archive/1999/01/',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('现在连不上网络')
  }
  await page.goto(`a/${ids.window}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.window)
  const pictures = body(page).locator('figure img')
  await expect(pictures).toHaveCount(12)
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
  }
  survived('N1 offline after a download', promised.length, 'articles')
})

test('of pictures that nobody may read a pack keeps some, and says what the browser counts for them', {
  tag: '@once',
}, async ({ page, context }) => {
  // Room for ten that count as 7 MB.
  await page.addInitScript(() => {
    navigator.storage.estimate = async () => ({ usage: 0, quota: 70_000_000 })
  })
  await choose(page, encoded(busy.name))
  const worker = await workerOf(context)
  // Such a host: who asks to read is refused, and who does not sees nothing of the answer.
  await worker.evaluate(host => {
    const fetch = globalThis.fetch
    globalThis.fetch = async (input, options) => {
      const { url, mode } = new Request(input, options)
      if (!url.startsWith(host)) return fetch(input, options)
      if (mode === 'cors') throw new TypeError('refused')
      return Object.defineProperty(new Response('?'), 'type', { value: 'opaque' })
    }
  }, busy.host)
  await downloadButton(page).click()
  await expect(packs(page)).toContainText('其中 5 张不报大小，浏览器可能按约 35 MB 计入')
  await expect(packs(page)).toContainText(`另有 ${busy.count / 3 - 5} 张没有存`)
  await expect(packs(page)).toContainText('可以离线读')
  const kept = await page.evaluate(async host => {
    const all = await (await caches.open('packs')).keys()
    return all.filter(({ url }) => url.startsWith(host)).length
  }, busy.host)
  expect(kept).toBe(5)
  await expect(page.getByRole('listitem').filter({ hasText: '清除后要重新下载' })).toContainText('另有 5 张')
})

test('without room a download waits, what has come can be read, and it goes on when there is room', {
  tag: '@once',
}, async ({ page, context }) => {
  await choose(page, encoded(...paged.names))
  const worker = await workerOf(context)
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { puts: number; put: Cache['put'] }
    scope.puts = 0
    scope.put = Cache.prototype.put
    Cache.prototype.put = function (this: Cache, ...args: Parameters<Cache['put']>) {
      const isFull = String(args[0]).includes('/data/a/') && ++scope.puts > 16
      return isFull ? Promise.reject(new DOMException('', 'QuotaExceededError')) : scope.put.apply(this, args)
    }
  })
  await downloadButton(page).click()
  await expect(packs(page).getByRole('alert')).toContainText('空间不够')
  const kept = await inPacks(page)
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(paged.count)
  await worker.evaluate(() => {
    Cache.prototype.put = (globalThis as unknown as { put: Cache['put'] }).put
  })
  await page.getByRole('button', { name: '继续' }).click()
  await expect(packs(page)).toContainText('可以离线读')
  expect(await inPacks(page)).toBe(paged.count)
  survived('no room in the middle of a download', paged.count, 'articles')
})

test('while the site does not give its articles a pack is not ready, and it goes on when the reader is back', {
  tag: '@once',
}, async ({ page, context }) => {
  await choose(page, encoded(...paged.names))
  const worker = await workerOf(context)
  // A host whose server is down, and says so with a page.
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { fetch: typeof fetch; whole: typeof fetch }
    scope.whole = scope.fetch
    scope.fetch = async (input, options) =>
      String(input instanceof Request ? input.url : input).includes('/data/a/')
        ? new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } })
        : scope.whole(input, options)
  })
  await downloadButton(page).click()
  await expect(packs(page).getByRole('alert')).toContainText('网站没有回答', { timeout: 40_000 })
  await expect(packs(page).getByRole('button', { name: '继续' })).toBeVisible()
  expect(await inPacks(page)).toBe(0)
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { fetch: typeof fetch; whole: typeof fetch }
    scope.fetch = scope.whole
  })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(packs(page)).toContainText('可以离线读')
  expect(await inPacks(page)).toBe(paged.count)
  survived('the server is down during a download', paged.count, 'articles')
})

test('a site in a folder has packs of its own, apart from those of the site at the root', async ({
  page,
  context,
  baseURL,
}) => {
  const base = new URL(baseURL!).pathname
  const isRoot = base === '/'
  await choose(page, encoded(...paged.names))
  await downloadButton(page).click()
  await expect(packs(page)).toContainText('可以离线读')
  expect(await inPacks(page, 'packs')).toBe(isRoot ? paged.count : 0)
  expect(await inPacks(page, 'packs/reader/')).toBe(isRoot ? 0 : paged.count)
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(names.filter(name => name!.endsWith('.packs'))).toEqual([
    isRoot ? 'shiye.packs' : 'shiye/reader/.packs',
  ])
  await context.setOffline(true)
  await page.goto(`a/${pagedId(40)}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pagedTitle(40))
})

test('a pack whose files the browser has cleared says so, and is brought again', { tag: '@once' }, async ({
  page,
}) => {
  await choose(page, encoded(...paged.names))
  await downloadButton(page).click()
  await expect(packs(page)).toContainText('可以离线读')
  await page.evaluate(() => caches.delete('packs'))
  await open(page, 'offline/')
  await expect(packs(page).getByRole('alert')).toContainText('浏览器清掉了其中一些文件')
  await page.getByRole('button', { name: '继续' }).click()
  await expect(packs(page)).toContainText('可以离线读 ·')
  expect(await inPacks(page)).toBe(paged.count)
  survived('the browser clears the files of a pack', paged.count, 'articles')
})

test('offline, the header says so, and links that lead nowhere are marked before they are pressed', {
  tag: '@once',
}, async ({ page, context }) => {
  await open(page, `${encoded(...paged.names)}/`)
  await controlled(page)
  await page.evaluate(
    async files => {
      const cache = await caches.open('packs')
      for (const file of files) await cache.put(file, new Response('{}'))
    },
    [`/data/a/${pagedId(2)}.json`, '/data/c/page-1.json'],
  )
  const header = page.getByRole('banner')
  const before = await header.boundingBox()
  await context.setOffline(true)
  await expect(header.getByRole('status')).toHaveText('离线')
  expect(await header.boundingBox()).toEqual(before)
  const link = (id: string) => page.getByRole('main').locator(`h2 a[href$="/a/${id}/"]`)
  await expect(link(pagedId(1))).toHaveAccessibleDescription('没有存到这台设备，要联网才能读')
  await expect(link(pagedId(2))).toHaveAccessibleDescription('')
  // Lists and pages of the site as well; not the one that is shown, nor one that is kept.
  const place = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).first()
  for (const name of [paged.names[0]!, '第 2 页'])
    await expect(place(name), name).toHaveAccessibleDescription('没有存到这台设备，要联网才能读')
  for (const name of ['全部', paged.names[2]!])
    await expect(place(name), name).toHaveAccessibleDescription('')
  await context.setOffline(false)
  await expect(header.getByRole('status')).toHaveCount(0)
  await expect(link(pagedId(1))).toHaveAccessibleDescription('')
})

test('on return, the home page tells how much is new and leads to it', { tag: '@once' }, async ({
  page,
  request,
}) => {
  const { newest } = (await (await request.get('data/news.json')).json()) as { newest: [string, number][] }
  const seen = { at: Date.now() - 86_400_000, ids: newest.slice(3).map(([id]) => id) }
  await page.addInitScript(kept => {
    if (!('shiye.seen' in localStorage)) localStorage.setItem('shiye.seen', kept)
  }, JSON.stringify(seen))
  await open(page, './')
  await expect(notice(page, '昨天以来有 3 篇新文章')).toBeVisible()
  await page.getByRole('button', { name: '看未读的' }).click()
  await expect(page).toHaveURL(/\/c\/\?unread$/)
  // It is told once.
  await open(page, './')
  await controlled(page)
  await expect(notice(page, '新文章')).toHaveCount(0)
})

test('to a page that was left open, what is new is told on return, and on the icon of the app', {
  tag: '@once',
}, async ({ page, context, request }) => {
  const news = (await (await request.get('data/news.json')).json()) as { newest: [string, number][] }
  await page.addInitScript(() => {
    const scope = globalThis as unknown as { badges: number[] }
    scope.badges = []
    navigator.setAppBadge = async count => void scope.badges.push(count ?? -1)
    navigator.clearAppBadge = async () => void scope.badges.push(0)
  })
  const badges = () => page.evaluate(() => (globalThis as unknown as { badges: number[] }).badges)
  await page.clock.install()
  await open(page, 'settings/')
  await controlled(page)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('shiye.seen'))).not.toBeNull()
  const [, latest] = news.newest[0]!
  const fresh = ['1', '2', '3'].map(digit => [digit.repeat(16), latest + 1])
  let asked = 0
  await context.route('**/data/news.json', route => {
    asked++
    return route.fulfill({ json: { newest: [...fresh, ...news.newest] } })
  })
  const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await comeBack()
  await page.clock.fastForward('09:00:00')
  await comeBack()
  await expect.poll(badges).toEqual([3])
  await comeBack()
  await page.getByRole('banner').getByRole('link', { name: '拾页' }).click()
  await expect(notice(page, '3 篇新文章')).toBeVisible()
  expect(await badges()).toEqual([3, 0])
  expect(asked).toBe(1)
})
