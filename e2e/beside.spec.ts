import type { Page } from 'playwright/test'
import { scroll, scrollTitle } from './make-seeds.ts'
import { articleLink, expect, frames, ids, open, test } from './site.ts'

test.use({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } })

const pane = (page: Page) => page.getByRole('complementary', { name: '旁边的列表' })
const current = (page: Page) => pane(page).locator('[aria-current="page"]')
const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })

test('the list stays where it is beside its articles @once', async ({ page }) => {
  await open(page, 'settings/')
  await page.getByRole('group', { name: '列表与文章并排' }).getByRole('radio', { name: '开' }).check()
  await open(page, `c/${scroll.name}/`)
  await articleLink(page, scrollTitle(10)).click()
  await expect(title(page)).toHaveText(scrollTitle(10))
  await expect(current(page)).toContainText(scrollTitle(10))
  await expect(pane(page).getByRole('heading').getByRole('link', { name: scroll.name })).toBeVisible()

  const next = pane(page).getByRole('link', { name: scrollTitle(12) })
  const top = () => next.evaluate(link => Math.round(link.getBoundingClientRect().top))
  // Rows have their own heights once they were measured.
  let before = Number.NaN
  const isAtRest = async () => {
    const former = before
    before = await top()
    return before === former
  }
  await expect.poll(isAtRest).toBe(true)
  await next.click()
  await expect(title(page)).toHaveText(scrollTitle(12))
  await expect(current(page)).toContainText(scrollTitle(12))
  await expect.poll(top).toBe(before)

  // It goes on as far as the list does, and is there again when the page is loaded again.
  await next.hover()
  await page.mouse.wheel(0, 30_000)
  await expect(pane(page).getByRole('link', { name: scrollTitle(scroll.count) })).toBeVisible()
  await page.reload()
  await expect(current(page)).toContainText(scrollTitle(12))
  await expect(current(page)).toBeInViewport()

  // No room, no list; and gone at a press.
  await page.setViewportSize({ width: 1024, height: 800 })
  await expect(pane(page)).toHaveCount(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  await pane(page).getByRole('button', { name: '关闭' }).click()
  await expect(pane(page)).toHaveCount(0)
})

test('an article opened by its link stands at its place at once, beside its category @once', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('shiye.settings', '{"beside":"on"}'))
  await page.goto(`a/${ids.welcome}/`)
  const left = () => title(page).evaluate(heading => heading.getBoundingClientRect().left)
  const before = await left()
  await expect(current(page)).toContainText('欢迎来到拾页')
  await frames(page)
  expect(await left()).toBe(before)
  expect(before).toBeGreaterThan(352)
})
