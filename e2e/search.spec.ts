import type { Page } from 'playwright/test'
import { arrived } from './reading.ts'
import { articleLink, body, controlled, expect, ids, open, test, titles } from './site.ts'

const field = (page: Page) => page.getByRole('searchbox', { name: '搜索全部文章' })
const told = (page: Page) => page.getByRole('main').getByRole('status')

test.describe('with a network', () => {
  test.use({ serviceWorkers: 'block' })

  test('any phrase is found, opened where it stands, and is there again after going back', async ({
    page,
  }) => {
    await open(page, './')
    await page.getByRole('banner').getByRole('link', { name: '搜索' }).click()
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('到一頁書')
    await expect(told(page)).toHaveText(/^找到 \d+ 篇$/)
    await expect(articleLink(page, titles.long).locator('mark')).toHaveText('到一页书')
    await page.keyboard.type(' 没有这样的一句话')
    await expect(told(page)).toHaveText('没有找到')

    await field(page).fill('像老师批作业')
    const hit = page.getByRole('main').getByRole('listitem').filter({ hasText: '像老师批作业' }).first()
    await expect(hit.locator('mark').first()).toHaveText('像老师批作业')
    await arrived(page)
    await field(page).press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(body(page)).toContainText('像老师批作业')
    await expect(page.getByRole('searchbox', { name: '要找的文字' })).toHaveValue('像老师批作业')
    await page.goBack()
    await expect(field(page)).toHaveValue('像老师批作业')
    await expect(hit).toBeVisible()
    await field(page).fill('')
    await expect(page.getByRole('button', { name: '像老师批作业' })).toBeVisible() // a recent search
  })

  test('operators and what narrows a search stand in the address', { tag: '@once' }, async ({ page }) => {
    await open(page, 'search/')
    await expect(field(page)).toBeFocused()
    await open(page, `search/?q=${encodeURIComponent('分页示例')}`)
    await expect(told(page)).toHaveText(/^找到(至多)? 4\d 篇$/)
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await expect(page.locator('.hits li')).toHaveCount(20)
    await field(page).fill('分页示例之4 in:新媒体/示例/分')
    await page.getByRole('button', { name: '新媒体/示例/分页' }).click()
    await expect(page).toHaveURL(/in%3A/)
    await expect(told(page)).toHaveText('找到 7 篇') // 4, and 40 to 45
    await field(page).fill('author:测')
    await page.getByRole('button', { name: '测试员', exact: true }).click()
    await expect(told(page)).toHaveText(/^找到至多 \d+ 篇$/)
    await field(page).fill('after:2999 字')
    await expect(told(page)).toHaveText('没有找到')
    await page.getByRole('button', { name: '去掉限定条件再搜' }).click()
    await expect(articleLink(page, titles.long)).toBeVisible()
  })

  test('Back from a hit leads to where it stood, and to as many as were shown', { tag: '@once' }, async ({
    page,
  }) => {
    await open(page, `search/?q=${encodeURIComponent('分页示例')}`)
    const hits = page.locator('.hits li')
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await expect(hits).toHaveCount(20)
    const hit = hits.nth(17)
    await hit.scrollIntoViewIfNeeded()
    await arrived(page)
    const top = async () => Math.round((await hit.boundingBox())!.y)
    const before = await top()
    await hit.getByRole('heading').getByRole('link').click()
    await expect(body(page)).toBeVisible()
    for (const again of [() => page.goBack(), () => page.reload()]) {
      await again()
      await expect(hits).toHaveCount(20)
      await expect.poll(top).toBe(before)
    }
  })

  test('a damaged index is told, and the page goes on', { tag: '@once' }, async ({ page }) => {
    await page.route('**/terms-*.bin', route =>
      route.fulfill({ body: 'no index', contentType: 'text/plain' }),
    )
    await open(page, `search/?q=${encodeURIComponent('屏幕上的中文')}`)
    await expect(told(page)).toContainText('没有完整地送到')
    await page.unroute('**/terms-*.bin')
    await page.getByRole('button', { name: '再试一次' }).click()
    await expect(articleLink(page, titles.long)).toBeVisible()
  })
})

test('without a network what is on the device is searched, and how much that is', { tag: '@once' }, async ({
  page,
  context,
}) => {
  await open(page, `a/${ids.long}/`)
  await controlled(page)
  await page.goto('search/')
  await expect.poll(() => page.evaluate(id => caches.match(`/a/${id}/`).then(Boolean), ids.long)).toBe(true)
  await context.setOffline(true)
  await field(page).fill('到一页书')
  await expect(told(page)).toContainText(/只搜了这台设备上存着的 \d+ 篇/)
  await expect(articleLink(page, titles.long)).toBeVisible()
  const again = page.getByRole('button', { name: '再试一次' })
  await expect(again).toBeVisible() // for a line that is broken, of which no browser tells
  await context.setOffline(false)
  await expect(again).toHaveCount(0)
  await expect(told(page)).toHaveText(/^找到 \d+ 篇$/)
})
