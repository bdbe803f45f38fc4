import { ownPages } from './every-page.ts'
import { brokenPictures, paged } from './make-seeds.ts'
import { alive, expect, frames, ids, test } from './site.ts'
import { watchShifts } from './watch-shifts.ts'

const pages = {
  home: './',
  category: `c/${paged.names.join('/')}/`,
  sample: `a/${ids.sample}/`,
  long: `a/${ids.long}/`,
  'pictures of unknown size': `a/${brokenPictures.id}/`,
  ...ownPages,
}

test.use({ serviceWorkers: 'block' })

/** What the way to the categories is called. */
const menus = { 'zh-CN': '分类', 'en-US': 'Browse', 'ja-JP': 'カテゴリー' }

for (const [locale, menu] of Object.entries(menus))
  for (const width of locale === 'en-US' ? [1280] : [390])
    test.describe(() => {
      test.use({ locale, viewport: { width, height: 844 } })
      test(`nothing shifts, in ${locale}, ${width} wide`, { tag: '@once' }, async ({ page }) => {
        await page.addInitScript(watchShifts)
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(path)
          await alive(page)
          await expect(page.getByRole('banner').getByRole('link', { name: menu })).toBeVisible()
          await page.evaluate(() => document.fonts.ready.then(() => undefined))
          // A wheel that turns in the very frame in which a long list gets its room sees both ends of the list.
          if (name === 'category') await expect(page.locator('.articles > .room')).toHaveCount(2)
          for (let screen = 0; screen < 4; screen++) {
            await page.mouse.wheel(0, 800)
            await frames(page)
          }
          expect(await page.evaluate(() => Reflect.get(window, 'shifts')), name).toEqual([])
        }
      })
    })

test('nothing shifts on the home page of a reader with a history', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(watchShifts)
  await page.goto(`a/${ids.long}/`)
  await alive(page)
  await page.mouse.wheel(0, 1500)
  await page.getByRole('banner').getByRole('link', { name: '拾页' }).click()
  await expect(page.getByRole('region', { name: '继续阅读' }).locator('progress')).toBeVisible()

  await page.reload()
  await expect(page.getByRole('region', { name: '继续阅读' }).locator('progress')).toBeVisible()
  await expect(page.locator('.read-mark')).toHaveCount(1)
  await frames(page)
  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([])
})

test('a reader who scrolls before the app has come stays where they are, then, loaded again, and after Back', {
  tag: '@once',
}, async ({ page, context }) => {
  const scrolled = () => page.evaluate(() => scrollY)
  for (const path of [pages.long, pages.category, 'settings/']) {
    let letCome = () => {}
    const held = new Promise<void>(resolve => {
      letCome = resolve
    })
    const scripts = '**/assets/*.js'
    await context.route(scripts, async route => {
      await held
      await route.continue()
    })
    await page.goto(path)
    await page.mouse.move(200, 400)
    await page.mouse.wheel(0, 200)
    await expect.poll(scrolled, path).toBe(200)
    letCome()
    await alive(page)
    await frames(page)
    expect(await scrolled(), path).toBe(200)
    await context.unroute(scripts)

    await page.reload()
    await alive(page)
    await frames(page)
    expect(await scrolled(), `${path}, loaded again`).toBe(200)
    await page.mouse.wheel(0, 100)
    await expect.poll(scrolled, path).toBe(300)
    await page.getByRole('banner').getByRole('link', { name: '历史' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('阅读历史')
    await page.goBack()
    await expect.poll(scrolled, `Back to ${path}`).toBe(300)
    await page.goForward()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('阅读历史')
    await page.reload()
    await alive(page)
    await page.goBack()
    await alive(page)
    await expect.poll(scrolled, `Back to ${path} from a page that was loaded again`).toBe(300)
  }
})

test('pages come alive without a word in the console', async ({ page, reports }) => {
  for (const path of Object.values(pages)) {
    await page.goto(path)
    await alive(page)
    await frames(page)
    expect(reports, path).toEqual([])
  }
})
