import type { Page } from 'playwright/test'
import { survived } from './faults.ts'
import { paged, pagedTitle, scroll, scrollTitle } from './make-seeds.ts'
import { alive, articleLink, body, expect, ids, painted, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

test.use({ javaScriptEnabled: false })

test('without scripts: from home to a category, its second page, an article, and on', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('complementary').getByRole('link', { name: /^示例/ }).click()
  await page.getByRole('navigation', { name: '下级分类' }).getByRole('link', { name: /^分页/ }).click()
  await expect(page).toHaveURL(`c/${paged.names.join('/')}/`)
  await page.getByRole('link', { name: /较早/ }).click()
  await expect(page).toHaveURL(`c/${paged.names.join('/')}/page/2/`)
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(20)
  await articleLink(page, pagedTitle(21)).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pagedTitle(21))
  await expect(body(page)).toContainText('这是第 21 篇')
  await page.getByRole('link', { name: /下一篇/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pagedTitle(22))
  await page.getByRole('link', { name: /上一篇/ }).click()
  await expect(page).toHaveTitle(`${pagedTitle(21)} - 拾页`)
})

test('without scripts an article is whole: text, pictures, captions', { tag: '@once' }, async ({ page }) => {
  await page.goto('./')
  await articleLink(page, titles.window).click()
  const figures = body(page).locator('figure')
  await expect(figures).toHaveCount(12)
  await expect(body(page).locator('figcaption')).toHaveCount(12)
  await expect(body(page)).toContainText('再看一眼')
  for (const image of await body(page).locator('img').all()) {
    await image.scrollIntoViewIfNeeded()
    await expect
      .poll(() => image.evaluate(element => (element as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
  }

  await page.goto(`a/${ids.sample}/`)
  await expect(body(page).locator('img')).toHaveCount(4)
  for (const image of await body(page).locator('img').all())
    await expect(image).toHaveAttribute('src', /^https:\/\/zkres\d\.myzaker\.com\//)
})

const share = (page: Page) => page.getByRole('button', { name: '分享' })

test('without scripts there are no buttons', { tag: '@once' }, async ({ page }) => {
  await page.goto(`a/${ids.welcome}/`)
  await expect(body(page)).toBeVisible()
  await expect(share(page)).toBeHidden()
})

test.describe('with scripts of which some do not come', () => {
  test.use({ javaScriptEnabled: true })

  test('the page says so, has no buttons that do nothing, and is loaded again', { tag: '@once' }, async ({
    page,
  }) => {
    for (const answer of ['abort', '404'] as const) {
      let fail = () => {}
      const line = new Promise<void>(resolve => {
        fail = resolve
      })
      await page.route('**/assets/*.js', async route => {
        await line
        await (answer === 'abort' ? route.abort() : route.fulfill({ status: 404 }))
      })
      await page.goto(`a/${ids.welcome}/`)
      await expect(share(page)).toBeVisible()
      await page.mouse.move(9, 9)
      fail()
      await expect(page.getByRole('alert')).toContainText('没有加载')
      await expect(share(page)).toBeHidden()
      await expect(body(page)).toBeVisible()
      await page.unroute('**/assets/*.js')
      await page.getByRole('link', { name: '重新载入' }).click()
      await alive(page)
      await expect(page.getByRole('alert')).toHaveCount(0)
      await expect(share(page)).toBeVisible()
    }
  })

  test('a part of a list whose app never comes shows the whole list and says so, until it comes', {
    tag: '@once',
  }, async ({ page }) => {
    let comes = () => {}
    const line = new Promise<void>(resolve => {
      comes = resolve
    })
    await page.route('**/assets/*.js', async route => {
      await line
      await route.continue()
    })
    await page.goto('c/?short')
    const told = page.getByRole('alert').filter({ hasText: '没有加载' })
    const entries = page.getByRole('main').getByRole('heading', { level: 2 })
    await expect(entries.first()).toBeHidden()
    await expect(told.getByRole('link', { name: '重新载入' })).toBeVisible()
    await expect(entries.first()).toBeVisible()
    comes()
    await expect(told).toHaveCount(0)
    await expect(
      page
        .getByRole('main')
        .getByText(/分钟以内/)
        .first(),
    ).toBeVisible()
    survived('the app never comes', 1, 'pages')
  })

  test('a page whose styles could not be had is loaded once more, as soon as they can be', {
    tag: '@once',
  }, async ({ page }) => {
    const loads: string[] = []
    page.on('request', request => request.isNavigationRequest() && loads.push(request.url()))
    const isStyled = () => page.evaluate(() => getComputedStyle(document.querySelector('header')!).position)
    for (const missing of [Number.POSITIVE_INFINITY, 1]) {
      let asked = 0
      await page.route('**/assets/style-*.css', route =>
        asked++ < missing ? route.fulfill({ status: 404, body: 'no' }) : route.continue(),
      )
      loads.length = 0
      await page.goto(`a/${ids.welcome}/`)
      await expect(body(page)).toBeVisible()
      await expect.poll(() => asked).toBe(missing === 1 ? 3 : 2)
      await alive(page)
      await expect.poll(isStyled).toBe(missing === 1 ? 'sticky' : 'static')
      expect(loads.length).toBe(missing === 1 ? 2 : 1)
      await page.unroute('**/assets/style-*.css')
    }
    survived('the style sheet is missing', 2, 'pages')
  })

  test('a page whose styles never come is shown without, and with them once they come', {
    tag: '@once',
  }, async ({ page }) => {
    const styles = '**/assets/style-*.css*'
    let comes = () => {}
    const line = new Promise<void>(resolve => {
      comes = resolve
    })
    await page.route(styles, async route => {
      if (route.request().url().endsWith('.css')) return
      await line
      await route.continue()
    })
    await page.goto(`a/${ids.welcome}/`, { waitUntil: 'commit' })
    await painted(page)
    await expect(body(page)).toBeVisible()
    comes()
    await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBe(1)
    await alive(page)
    survived('the style sheet never comes', 1, 'pages')
  })
})

test('without scripts a long list is turned page by page, each article in it once', { tag: '@once' }, async ({
  page,
}) => {
  await page.goto(`c/${paged.names.join('/')}/`)
  const entries = page.getByRole('main').getByRole('heading', { level: 2 })
  const pages = page.getByRole('navigation', { name: '分页' })
  const seen: string[] = []
  for (const [number, count] of [
    [1, 20],
    [2, 20],
    [3, 5],
  ] as const) {
    await expect(pages.locator('[aria-current=page]')).toHaveText(String(number))
    await expect(entries).toHaveCount(count)
    seen.push(...(await entries.allTextContents()))
    if (number < 3) await pages.getByRole('link', { name: /较早/ }).click()
  }
  expect(seen).toEqual(Array.from({ length: paged.count }, (_, index) => pagedTitle(index + 1)))
  await expect(pages.getByRole('link', { name: /较早/ })).toHaveCount(0)
  await pages.getByRole('link', { name: '第 1 页' }).click()
  await expect(pages.getByRole('link', { name: /较新/ })).toHaveCount(0)
})

test('without scripts every category is reached from the home page', { tag: '@once' }, async ({ page }) => {
  await page.goto('./')
  await page.getByRole('link', { name: /^全部 \d+ 个分类/ }).click()
  await expect(page).toHaveURL('categories/')
  for (const source of [0, 17, scroll.sources - 1])
    await expect(
      page.getByRole('main').getByRole('link', { name: `来源 ${source} 6`, exact: true }),
    ).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: '来源 17 6', exact: true }).click()
  await expect(articleLink(page, scrollTitle(17))).toBeVisible()
})
