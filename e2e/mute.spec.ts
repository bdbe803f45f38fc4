import type { Page } from 'playwright/test'
import { paged, pagedTitle } from './make-seeds.ts'
import { articleLink, expect, notice, open, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

const line = (page: Page) => page.getByText(/屏蔽规则隐藏/)
const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })

test('a muted word is gone from home, shows when asked, and comes back', { tag: '@once' }, async ({
  page,
  context,
}) => {
  await open(page, './')
  await expect(articleLink(page, titles.window)).toBeVisible()
  const other = await context.newPage()
  await open(other, 'mute/')
  await field(other, '词').fill('窗外')
  await expect(other.getByText(/最近 \d+ 篇里有 1 篇，如《窗外的一年》/)).toBeVisible()
  await other.getByRole('button', { name: '屏蔽', exact: true }).click()
  await expect(notice(other, '已屏蔽“窗外”')).toBeVisible()

  // The tab that shows home hears of it.
  await expect(articleLink(page, titles.window)).toHaveCount(0)
  await expect(line(page)).toHaveText('屏蔽规则隐藏了 1 篇')
  await page.getByRole('button', { name: '显示', exact: true }).click()
  await expect(articleLink(page, titles.window)).toBeVisible()
  await page.getByRole('button', { name: '再隐藏' }).click()
  await expect(articleLink(page, titles.window)).toHaveCount(0)

  await page.getByRole('link', { name: '规则', exact: true }).click()
  await page.getByRole('button', { name: '删除规则“窗外”' }).click()
  await expect(page.getByRole('button', { name: '删除规则“窗外”' })).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: '删除规则“窗外”' }).click()
  await expect(page.getByRole('button', { name: '删除规则“窗外”' })).toHaveCount(0)
  await open(page, './')
  await expect(articleLink(page, titles.window)).toBeVisible()
  await expect(line(page)).toHaveCount(0)
})

test('what is muted never shows for a moment, and nothing moves', { tag: '@once' }, async ({ page }) => {
  await open(page, 'mute/')
  await field(page, '词').fill('窗外')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '删除规则“窗外”' })).toBeVisible()
  await page.addInitScript(() => {
    const state = { shift: 0, wasSeen: false }
    Object.assign(window, { state })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) state.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    const look = () => {
      for (const link of document.querySelectorAll('main .articles a'))
        if (link.textContent === '窗外的一年' && getComputedStyle(link).visibility === 'visible')
          state.wasSeen = true
      requestAnimationFrame(look)
    }
    look()
  })
  await open(page, './')
  await expect(line(page)).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { state: object }).state)).toEqual({
    shift: 0,
    wasSeen: false,
  })
})

test('a long list leaves out what is muted as it goes on', { tag: '@once' }, async ({ page }) => {
  await open(page, `mute/?text=${encodeURIComponent(pagedTitle(3))}`)
  await page.getByRole('button', { name: '屏蔽', exact: true }).click()
  await field(page, '词').fill(pagedTitle(28))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `删除规则“${pagedTitle(28)}”` })).toBeVisible()

  await open(page, `c/${paged.names.join('/')}/`)
  await expect(articleLink(page, pagedTitle(2))).toBeVisible()
  await expect(articleLink(page, pagedTitle(3))).toHaveCount(0)
  await page.getByRole('button', { name: '显示', exact: true }).click()
  await expect(articleLink(page, pagedTitle(3))).toBeVisible()
  await page.getByRole('button', { name: '再隐藏' }).click()
  await expect(articleLink(page, pagedTitle(3))).toHaveCount(0)
  await expect(async () => {
    await page.mouse.wheel(0, 400)
    await expect(articleLink(page, pagedTitle(29))).toBeAttached({ timeout: 500 })
  }).toPass()
  await expect(articleLink(page, pagedTitle(27))).toBeAttached()
  await expect(articleLink(page, pagedTitle(28))).toHaveCount(0)
})

test('a source is muted by one of the names there are', { tag: '@once' }, async ({ page }) => {
  await open(page, 'mute/?kind=source&text=示例')
  await expect(page.getByRole('radio', { name: '来源' })).toBeChecked()
  await expect(field(page, '来源')).toHaveValue('示例')
  await page.getByRole('button', { name: '屏蔽', exact: true }).click()
  await field(page, '来源').fill('示例')
  await expect(page.getByText('这条规则已经有了')).toBeVisible()
  await expect(page.getByRole('button', { name: '屏蔽', exact: true })).toBeDisabled()
  await open(page, './')
  await expect(line(page)).toBeVisible()
})
