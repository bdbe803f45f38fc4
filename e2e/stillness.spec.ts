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

test('pages come alive without a word in the console', async ({ page, reports }) => {
  for (const path of Object.values(pages)) {
    await page.goto(path)
    await alive(page)
    await frames(page)
    expect(reports, path).toEqual([])
  }
})
