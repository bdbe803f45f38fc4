import type { Page } from 'playwright/test'
import { survived } from './faults.ts'
import { alive, articleLink, body, controlled, expect, ids, notice, open, test, titles } from './site.ts'

/** Waits until the page of an article and all its pictures lie on the device. */
async function kept(page: Page, id: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async articleId => {
        const { scope } = await navigator.serviceWorker.ready
        const response = await caches.match(`${scope}a/${articleId}/`)
        const html = (await response?.text())?.split('data-article-body')[1] ?? ''
        const pictures = [...html.matchAll(/<img [^>]*?src="([^"]+)"/g)].map(([, address]) => address!)
        const matches = await Promise.all(pictures.map(address => caches.match(address)))
        return matches.length > 0 && matches.every(Boolean)
      }, id),
    )
    .toBe(true)
}

/** Goes through the article and looks at every picture. */
async function expectPictures(page: Page, count: number): Promise<void> {
  const pictures = body(page).locator('figure img')
  await expect(pictures).toHaveCount(count)
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
  }
  await expect(page.getByText('图片暂时无法显示')).toHaveCount(0)
}

test('an article opened by its link reads offline, with pictures that were never scrolled to', async ({
  page,
  context,
}) => {
  await open(page, `a/${ids.window}/`)
  await kept(page, ids.window)
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.window)
  await alive(page)
  await expectPictures(page, 12)
  await expect(body(page)).toContainText('再看一眼')
})

test('an article reached inside the app reads offline, also when loaded again', { tag: '@once' }, async ({
  page,
  context,
}) => {
  await open(page, './')
  await controlled(page)
  await articleLink(page, titles.welcome).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.welcome)
  await kept(page, ids.welcome)
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.welcome)
  await expectPictures(page, 2)
})

test('offline, a link inside the app leads to an article that was opened as a page', {
  tag: '@once',
}, async ({ page, context }) => {
  await open(page, `a/${ids.window}/`)
  await kept(page, ids.window)
  await open(page, './')
  await controlled(page)
  await context.setOffline(true)
  await articleLink(page, titles.window).click()
  await expect(page).toHaveURL(`a/${ids.window}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.window)
  await expectPictures(page, 12)
})

test('an article saved from a list reads offline, with its pictures', { tag: '@once' }, async ({
  page,
  context,
}) => {
  await open(page, './')
  await controlled(page)
  await page.getByRole('button', { name: `“${titles.window}”的更多操作` }).click()
  await page.getByRole('menuitem', { name: '存到稍后读' }).click()
  await kept(page, ids.window)
  await context.setOffline(true)
  await open(page, 'saved/')
  await page.locator('.saved-list').getByRole('link', { name: titles.window }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.window)
  await expectPictures(page, 12)
})

test('an article saved from a list while offline comes once there is a network, and reads offline from then on', {
  tag: '@once',
}, async ({ page, context }) => {
  await open(page, './')
  await controlled(page)
  await context.setOffline(true)
  const save = async (title: string) => {
    await page.getByRole('button', { name: `“${title}”的更多操作` }).click()
    await page.getByRole('menuitem', { name: '存到稍后读' }).click()
  }
  await save(titles.window)
  await save(titles.welcome)
  const wanted = () => page.evaluate(() => localStorage.getItem('shiye.keep-later'))
  // The network is back, the site is not yet: nothing of what was asked for is forgotten.
  await context.route('**/{a,data/a}/**', route => route.abort())
  const failed = context.waitForEvent('requestfailed', request => request.url().includes(ids.window))
  await context.setOffline(false)
  await failed
  expect(await wanted()).toContain(ids.window)
  await context.unroute('**/{a,data/a}/**')
  await open(page, './')
  await kept(page, ids.window)
  await kept(page, ids.welcome)
  await expect.poll(wanted).toBeNull()
  await context.setOffline(true)
  await page.goto(`a/${ids.window}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.window)
  await expectPictures(page, 12)
  survived('saved offline, with a network that flaps', 2, 'articles')
})

/** The files that lie on the device for saved articles. */
const savedFiles = (page: Page) =>
  page.evaluate(async () => (await (await caches.open('saved')).keys()).map(({ url }) => url))

/** What happens to what was only seen, when there is no room or much else is read. */
const forgetSeen = (page: Page) =>
  page.evaluate(async () => {
    for (const name of ['pages', 'data', 'pictures']) await caches.delete(name)
  })

test('a saved article reads offline when all that was only seen is gone, and goes when it is taken out', {
  tag: '@once',
}, async ({ page, context }) => {
  await page.clock.install()
  await open(page, './')
  await controlled(page)
  await page.getByRole('button', { name: `“${titles.window}”的更多操作` }).click()
  await page.getByRole('menuitem', { name: '存到稍后读' }).click()
  await expect(notice(page, '已存到稍后读，离线也能读')).toBeVisible()
  // The article, the list of its pictures, and these.
  await expect.poll(() => savedFiles(page).then(files => files.length)).toBe(14)
  await forgetSeen(page)
  await context.setOffline(true)
  await page.goto(`a/${ids.window}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.window)
  await expectPictures(page, 12)
  await context.setOffline(false)
  await open(page, 'saved/')
  await page.getByRole('button', { name: `移出《${titles.window}》` }).click()
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible()
  await page.clock.runFor(31_000)
  await expect.poll(() => savedFiles(page)).toEqual([])
  survived('N1 offline after a purge, a saved article', 1, 'articles')
})

test('an article that was saved before saved ones were kept apart is, once the app is opened', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, './')
  await controlled(page)
  await page.getByRole('button', { name: `“${titles.welcome}”的更多操作` }).click()
  await page.getByRole('menuitem', { name: '存到稍后读' }).click()
  await expect.poll(() => savedFiles(page).then(files => files.length)).toBe(4)
  await page.evaluate(() => caches.delete('saved'))
  await page.reload()
  await expect.poll(() => savedFiles(page).then(files => files.length)).toBe(4)
})

test('the app opens offline: what was seen is there, its own pages work', async ({ page, context }) => {
  await open(page, `a/${ids.welcome}/`)
  await kept(page, ids.welcome)
  await open(page, './')
  await controlled(page)
  await page.reload()
  await alive(page)
  await context.setOffline(true)
  await page.reload()
  await expect(articleLink(page, titles.welcome)).toBeVisible()
  await expect(page).toHaveTitle('拾页')

  // These were never opened.
  await page.goto('history/')
  await expect(page.getByRole('main').getByRole('link', { name: titles.welcome })).toBeVisible()
  await page.goto('settings/')
  await page.getByRole('radio', { name: '深色' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the tools beside an article work offline, those too that were never used', { tag: '@once' }, async ({
  page,
  context,
  reports,
}) => {
  await open(page, `a/${ids.window}/`)
  await kept(page, ids.window)
  await controlled(page)
  await context.setOffline(true)
  await page.reload()
  const bar = page.getByRole('toolbar', { name: '阅读工具' })
  for (const name of ['目录', '阅读设置', '更多']) {
    await bar.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
  }
  for (const name of ['自动滚动', '阅读尺']) {
    await page.getByRole('dialog', { name: '更多' }).getByRole('button', { name }).click()
    await expect(page.locator('.strip, .reading-ruler').first()).toBeVisible()
    await bar.getByRole('button', { name: '更多' }).click()
  }
  await page.keyboard.press('Escape')
  await body(page)
    .getByRole('button', { name: /^查看大图/ })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: '图片' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(reports).toEqual([])
})

test('a page that is not kept says so, and comes when the network is back', async ({ page, context }) => {
  await open(page, './')
  await controlled(page)
  await context.setOffline(true)
  await page.goto(`a/${ids.long}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('现在连不上网络')
  await expect(page).toHaveTitle('现在连不上网络 - 拾页')
  await page.getByRole('link', { name: '看看读过的' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('阅读历史')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('现在连不上网络')
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.long)
  await expect(body(page)).toContainText('字')
  survived('N1 offline, a page that is not kept', 1, 'pages')
})

test('another try works when the server answers again', { tag: '@once' }, async ({ page, context }) => {
  await open(page, './')
  await controlled(page)
  let tries = 0
  await context.route(`**/data/a/${ids.long}.json`, route => {
    tries++
    return route.abort()
  })
  await articleLink(page, titles.long).click()
  const retry = page.getByRole('button', { name: '再试一次' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('现在连不上网络')
  const before = tries
  await retry.click()
  await expect.poll(() => tries).toBeGreaterThan(before)
  await expect(retry).toBeEnabled()
  await context.unroute(`**/data/a/${ids.long}.json`)
  await retry.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.long)
})

test('without room pictures that were only seen go first, and pages only if that was not enough', {
  tag: '@once',
}, async ({ page, context }) => {
  await open(page, './')
  await controlled(page)
  for (const id of [ids.window, ids.welcome]) await open(page, `a/${id}/`)
  const held = () =>
    page.evaluate(async () => {
      const addresses = async (name: string) => (await (await caches.open(name)).keys()).map(({ url }) => url)
      const articles = (await addresses('pages')).filter(url => url.includes('/a/'))
      return { pictures: (await addresses('pictures')).length, articles: articles.length }
    })
  await expect.poll(held).toMatchObject({ articles: 2 })
  await expect.poll(async () => (await held()).pictures).toBeGreaterThan(0)
  const worker = context.serviceWorkers()[0]!
  // Each file of the next page finds no room.
  await worker.evaluate(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))
  })
  await open(page, `a/${ids.long}/`)
  await expect.poll(held).toEqual({ pictures: 0, articles: 2 })
  await context.setOffline(true)
  await open(page, `a/${ids.window}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.window)
  survived('no room for what is seen', 2, 'pages')
})

test('when the browser cleared what the app keeps, one visit is enough to open it offline again', {
  tag: '@once',
}, async ({ page, context }) => {
  await open(page, './')
  await controlled(page)
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await open(page, `a/${ids.welcome}/`)
  const isShellKept = () =>
    page.evaluate(async () => (await caches.match('/shell.html', { ignoreSearch: true })) !== undefined)
  await expect.poll(isShellKept).toBe(true)
  await context.setOffline(true)
  await open(page, 'settings/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
  await open(page, `a/${ids.welcome}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.welcome)
  survived('H8 the browser cleared the files of the app', 1, 'visits')
})

test('a part of a file, as players ask for it, comes through the worker as a part', { tag: '@once' }, async ({
  page,
  request,
}) => {
  await open(page, './')
  await controlled(page)
  const whole = await (await request.get('sitemap.xml')).text()
  const part = await page.evaluate(async () => {
    const response = await fetch('sitemap.xml', { headers: { Range: 'bytes=10-19' } })
    return { status: response.status, text: await response.text() }
  })
  expect(part).toEqual({ status: 206, text: whole.slice(10, 20) })
})

test('a server that is not well takes nothing away that is kept, one that says it is gone does', {
  tag: '@once',
}, async ({ page, context }) => {
  const answers = {
    'an error': { status: 503, contentType: 'text/html', body: '<h1>Oh</h1>' },
    'a page': { status: 200, contentType: 'text/html', body: '<h1>Home</h1>' },
    'half of it': { status: 200, contentType: 'application/json', body: '{"id":"' },
    'another type': { status: 200, contentType: 'text/plain', body: '{}' },
    gone: { status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' },
  }
  const heading = page.getByRole('heading', { level: 1 })
  await open(page, './')
  await controlled(page)
  await page.reload() // what came before the worker is not kept
  await alive(page)
  await articleLink(page, titles.welcome).click()
  await expect(heading).toHaveText(titles.welcome)
  await kept(page, ids.welcome)
  for (const [name, answer] of Object.entries(answers)) {
    await open(page, './')
    await context.route(`**/data/a/${ids.welcome}.json`, route => route.fulfill(answer))
    await articleLink(page, titles.welcome).click()
    await expect(heading, name).toHaveText(name === 'gone' ? '这篇文章已被移走' : titles.welcome)
    await context.unroute(`**/data/a/${ids.welcome}.json`)
  }
  await context.route(`**/a/${ids.welcome}/`, route => route.fulfill(answers['an error']))
  await page.goto(`a/${ids.welcome}/`)
  await expect(heading).toHaveText(titles.welcome)
  // Of this one only the data is kept: the app's own page shows it.
  await page.evaluate(async path => (await caches.open('pages')).delete(path), `/a/${ids.welcome}/`)
  await page.goto(`a/${ids.welcome}/`)
  await expect(heading).toHaveText(titles.welcome)
  survived('N2 wrong answers, the article is kept', 6, 'pages')
})
