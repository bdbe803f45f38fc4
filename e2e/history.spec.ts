import type { Page } from 'playwright/test'
import { expectAt, expectRecorded, middleBlock, press, readTo } from './reading.ts'
import { articleLink, body, expect, ids, notice, open, ownRows, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

/** Reads the long article to a paragraph in its middle. @returns which */
async function readHalf(page: Page): Promise<number> {
  await open(page, `a/${ids.long}/`)
  await expectRecorded(page, 1)
  const block = await middleBlock(page)
  await readTo(page, block)
  return block
}

test('read half, leave, come back, continue', { tag: '@once' }, async ({ page }) => {
  await open(page, './')
  await expect(page.getByRole('region', { name: '继续阅读' })).toBeHidden()
  await articleLink(page, titles.long).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.long)
  const block = await middleBlock(page)
  await readTo(page, block)

  await press(page, page.getByRole('banner').getByRole('link', { name: '拾页' }))
  const shelf = page.getByRole('region', { name: '继续阅读' })
  await expect(shelf.getByRole('link', { name: titles.long })).toBeVisible()
  await expect
    .poll(() => shelf.locator('progress').evaluate(bar => (bar as HTMLProgressElement).value))
    .toBeGreaterThan(0.4)
  await expect(shelf.getByRole('link', { name: titles.long })).not.toHaveAccessibleName(/\d\.\d{3}/)
  const entry = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: titles.long }) })
  await expect(entry).toContainText(/读到 \d+%/)

  await shelf.getByRole('link', { name: titles.long }).click()
  await expectAt(page, block)
  await expect(notice(page, '已回到上次读到的地方')).toBeVisible()
  await page.getByRole('button', { name: '从头读' }).click()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
})

test('the place is kept when the page is left by loading another, and when it is loaded again', {
  tag: '@once',
}, async ({ page }) => {
  const block = await readHalf(page)
  await open(page, 'history/')
  await page.getByRole('main').getByRole('link', { name: titles.long }).click()
  await expectAt(page, block)
  await page.reload()
  await expectAt(page, block)
})

test('a tab that dies as soon as it opens an article again does not lose the place', {
  tag: '@once',
}, async ({ page, context }) => {
  const block = await readHalf(page)
  await open(page, `a/${ids.long}/?again`)
  await expectRecorded(page, 2)
  const died = page.waitForEvent('crash')
  const browser = await context.newCDPSession(page)
  browser.send('Page.crash').catch(() => undefined) // nobody is left to answer
  await died
  const next = await context.newPage()
  await open(next, 'history/')
  await next.getByRole('main').getByRole('link', { name: titles.long }).click()
  await expectAt(next, block)
})

test('a reader who scrolls before the place was found is not taken there, and does not lose it', {
  tag: '@once',
}, async ({ page, context }) => {
  const block = await readHalf(page)
  const note = (await body(page).locator('sup a').first().getAttribute('href'))!
  await page.close()
  const offer = (page: Page) => page.getByRole('button', { name: '到上次读到的地方' })
  const openScrolled = async (hash = '') => {
    const page = await context.newPage()
    await page.goto(`a/${ids.long}/${hash}`)
    if (hash === '') await page.evaluate(() => scrollTo(0, 150))
    await expect(offer(page)).toBeVisible()
    return page
  }
  const early = await openScrolled()
  expect(await early.evaluate(() => scrollY)).toBe(150)
  await expectRecorded(early, 2)
  await early.close()
  const late = await openScrolled(note)
  await offer(late).click()
  await expectAt(late, block)
})

test('the place is a paragraph: it holds for another size of type', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  const block = await middleBlock(page)
  await readTo(page, block)
  await press(page, page.getByRole('banner').getByRole('link', { name: '设置' }))
  await page.getByRole('slider', { name: '字号' }).fill('1.5')
  await press(page, page.getByRole('banner').getByRole('link', { name: '历史' }))
  await page.getByRole('main').getByRole('link', { name: titles.long }).click()
  await expectAt(page, block)
  await open(page, './')
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole('region', { name: '继续阅读' }).getByRole('link').click()
  await expectAt(page, block)
})

test.describe(() => {
  const upright = { width: 390, height: 844 }
  const onItsSide = { width: 844, height: 390 }
  test.use({ viewport: upright, isMobile: true, hasTouch: true })
  test('a phone that is turned, and turned back, stays at the paragraph', { tag: '@once' }, async ({
    page,
  }) => {
    const block = await readHalf(page)
    for (const size of [onItsSide, upright]) {
      await page.setViewportSize(size)
      await expectAt(page, block)
    }
    await open(page, 'history/')
    const link = page.getByRole('main').getByRole('link', { name: titles.long })
    await link.click()
    await expectAt(page, block)
    await open(page, 'history/')
    await page.getByRole('button', { name: '暂停记录' }).click()
    await link.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.long)
    await readTo(page, block + 5)
    await page.setViewportSize(onItsSide)
    await expectAt(page, block + 5)
  })
})

test('the history tells what was read, by day, how far, and leads back', { tag: '@once' }, async ({
  page,
}) => {
  const block = await readHalf(page)
  await press(page, page.getByRole('banner').getByRole('link', { name: '历史' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('阅读历史')
  const today = page.locator('section').filter({ has: page.getByRole('heading', { name: '今天' }) })
  const row = today.getByRole('listitem')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(/读到 [4-6]\d% · 继续/)
  await expect(row).toContainText('何远')
  await expect(row.locator('progress')).toBeVisible()
  await expect(row.getByRole('link')).not.toHaveAccessibleName(/\d\.\d{3}/)
  await row.getByRole('link').click()
  await expectAt(page, block)
})

test('days have names, and an article read twice on one day stands there once', { tag: '@once' }, async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-20T10:00:00+08:00') })
  await open(page, `a/${ids.welcome}/`)
  await expectRecorded(page, 1)
  await open(page, 'history/')
  await expect(page.getByRole('heading', { name: '今天' })).toBeVisible()

  await page.clock.setSystemTime(new Date('2026-11-21T10:00:00+08:00'))
  for (const [index, id] of [ids.welcome, ids.long, ids.welcome, ids.long].entries()) {
    await open(page, `a/${id}/`)
    await expectRecorded(page, index + 2)
  }
  await open(page, 'history/')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['今天', '昨天'])
  await expect(ownRows(page)).toHaveText([
    new RegExp(`^${titles.long}`),
    new RegExp(`^${titles.welcome}`),
    new RegExp(`^${titles.welcome}`),
  ])
})

test('an article read to its end is finished', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.welcome}/`)
  await expectRecorded(page, 1)
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
  await press(page, page.getByRole('banner').getByRole('link', { name: '拾页' }))
  const entry = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: titles.welcome }) })
  await expect(entry.getByText('已读', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: '继续阅读' })).toBeHidden()
  await open(page, 'history/')
  await expect(ownRows(page)).toContainText('已读完')
  // There is nothing to go on with: it opens at its beginning.
  await page.getByRole('main').getByRole('link', { name: titles.welcome }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.welcome)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('reading time counts only while the page can be seen, and somebody is there', { tag: '@once' }, async ({
  page,
}) => {
  await page.clock.install()
  const recorder = page.waitForResponse(/record-visit/)
  await open(page, `a/${ids.long}/`)
  await recorder
  await page.waitForLoadState('networkidle')
  await readTo(page, 3)
  const show = (state: 'visible' | 'hidden') =>
    page.evaluate(value => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await page.clock.runFor('03:00')
  await show('hidden')
  await page.clock.runFor('20:00')
  await show('visible')
  await page.clock.runFor('04:00')
  await page.clock.fastForward('08:00:00') // the device sleeps
  await press(page, page.getByRole('banner').getByRole('link', { name: '历史' }))
  await expect(page).toHaveURL('history/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('阅读历史')
  await expect(ownRows(page)).toContainText('读了 8 分钟') // five minutes after the last sign nobody is
})
