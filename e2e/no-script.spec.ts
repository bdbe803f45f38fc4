import { paged, pagedTitle, scroll, scrollTitle } from './make-seeds.ts'
import { articleLink, body, expect, ids, test, titles } from './site.ts'

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
