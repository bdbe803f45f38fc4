import { paged, pagedTitle } from './make-seeds.ts'
import { articleLink, body, expect, ids, test, titles } from './site.ts'

test.use({ javaScriptEnabled: false })

test('without scripts: from home to a category, its second page, an article, and on', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('complementary').getByRole('link', { name: /^分页/ }).click()
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

test('without scripts an article is whole: text, pictures, captions', async ({ page }) => {
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
