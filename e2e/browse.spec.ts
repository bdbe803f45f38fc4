import { brokenPictures, paged, pagedTitle, twins } from './make-seeds.ts'
import { articleLink, body, expect, frames, ids, notice, open, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

const LIST = `c/${paged.names.join('/')}/`

test('from the home page through section, source and channel to an article', async ({ page }) => {
  await open(page, './')
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /^新媒体/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('新媒体')
  await page
    .getByRole('navigation', { name: '下级分类' })
    .getByRole('link', { name: /^ZAKER/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ZAKER')
  await page
    .getByRole('navigation', { name: '下级分类' })
    .getByRole('link', { name: /^source/ })
    .click()
  await expect(page).toHaveURL('c/新媒体/ZAKER/source/')
  const places = page.getByRole('navigation', { name: '所在位置' }).getByRole('link')
  await expect(places).toHaveText(['全部', '新媒体', 'ZAKER'])

  await articleLink(page, titles.sample).click()
  await expect(page).toHaveURL(`a/${ids.sample}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.sample)
  await expect(body(page)).toContainText(/7 ?月 ?9 ?日/)

  const categories = page.getByRole('navigation', { name: '所属分类' }).getByRole('link')
  await expect(categories).toHaveText(['新媒体', 'ZAKER', 'source'])
  await categories.nth(1).click()
  await expect(page).toHaveURL('c/新媒体/ZAKER/')
})

test('the tree counts what lies below each category', { tag: '@once' }, async ({ page }) => {
  await open(page, 'categories/')
  const tree = page.getByRole('main')
  await expect(tree.getByRole('link', { name: /^分页/ })).toHaveText(`分页${paged.count}`)
  await tree.getByRole('link', { name: /^示例/ }).click()
  // The paged ones, four about pictures, three of typography, two to listen to, and one each to find in, of films, of the twins, and long.
  await expect(page.getByRole('main')).toContainText(`${paged.count + 13} 篇`)
})

test('Back leads to the same place of the list', { tag: '@once' }, async ({ page }) => {
  await open(page, LIST)
  await expect(page.getByRole('button', { name: /跳到别的年月/ })).toBeVisible()
  await page.mouse.wheel(0, 1500)
  const entry = articleLink(page, pagedTitle(14))
  await entry.scrollIntoViewIfNeeded()
  await frames(page)
  const top = () => entry.evaluate(element => Math.round(element.getBoundingClientRect().top))
  const before = await top()
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500)

  await entry.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pagedTitle(14))
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('分页')
  await expect.poll(top).toBe(before)

  await page.goForward()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pagedTitle(14))
  await page.goBack()
  await expect.poll(top).toBe(before)
  await expect(entry).toBeInViewport()
})

test('the links to the pages of a list lead to their place in it', { tag: '@once' }, async ({ page }) => {
  await open(page, LIST)
  const pages = page.getByRole('navigation', { name: '分页' })
  // The list goes on by itself.
  await expect(page.getByRole('button', { name: /跳到别的年月/ })).toBeVisible()
  await page.keyboard.press('End')
  await expect(articleLink(page, pagedTitle(paged.count))).toBeInViewport()
  await expect(pages.locator('[aria-current=page]')).toHaveText('3')
  await expect(pages.getByRole('link', { name: /较早/ })).toHaveCount(0)
  await pages.getByRole('link', { name: /较新/ }).click()
  await expect(page).toHaveURL(`${LIST}page/2/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(articleLink(page, pagedTitle(21))).toBeInViewport()
  await expect(articleLink(page, pagedTitle(20))).toHaveCount(0)
  await page.getByRole('link', { name: '较新的 20 篇' }).click()
  await expect(page).toHaveURL(LIST)
  await expect(articleLink(page, pagedTitle(1))).toBeInViewport()
})

test('every new page has its title, takes the focus and is announced', { tag: '@once' }, async ({ page }) => {
  await open(page, './')
  await expect(page).toHaveTitle('拾页')
  for (const [name, title] of [
    ['历史', '阅读历史 - 拾页'],
    ['分类', '全部文章 - 拾页'],
    ['设置', '设置 - 拾页'],
  ] as const) {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()
    await expect(page).toHaveTitle(title)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(notice(page, title)).toHaveCount(1)
  }
  await page.goBack()
  await expect(page).toHaveTitle('全部文章 - 拾页')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a category address works however it is written', async ({ page }) => {
  for (const path of [
    'c/新媒体/示例/',
    'c/%E6%96%B0%E5%AA%92%E4%BD%93/%E7%A4%BA%E4%BE%8B/',
    'c/%e6%96%b0%e5%aa%92%e4%bd%93/%e7%a4%ba%e4%be%8b/',
  ]) {
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例')
    await page.getByRole('navigation', { name: '下级分类' }).getByRole('link', { name: /^图片/ }).click()
    await expect(articleLink(page, '不见了的图片')).toBeVisible()
  }
})

test('of two seeds with one id the first is there, and the other does not disturb it', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, `a/${twins.id}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(twins.titles[0])
  await open(page, `a/${brokenPictures.id}/`)
  await expect(page.getByRole('navigation', { name: '所属分类' })).toContainText('图片')
})
