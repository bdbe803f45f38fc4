import type { Page } from 'playwright/test'
import { ownPages } from './every-page.ts'
import { expect, ids, open, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, name: string | RegExp, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (typeof name === 'string' ? focused.trim() === name : name.test(focused)) return
  }
  throw new Error(`${name} has no focus after ${most} presses of Tab`)
}

test('the first stop skips to the content', { tag: '@once' }, async ({ page }) => {
  await open(page, './')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: '跳到正文' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
})

test('an article is reached, shared and left with Tab and Enter alone', { tag: '@once' }, async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'share', {
      value: async () => void Object.assign(window, { isShared: true }),
    }),
  )
  await open(page, './')
  await tabTo(page, '分类')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(page, /^新媒体/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '新媒体' })).toBeFocused()
  await tabTo(page, titles.sample)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: titles.sample })).toBeFocused()
  await tabTo(page, '分享')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'isShared'))).toBe(true)
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, '历史')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '阅读历史' })).toBeFocused()
})

for (const [name, path] of Object.entries({
  home: './',
  article: `a/${ids.long}/`,
  ...ownPages,
}))
  test(`on ${name} every stop can be seen, and the last leads on`, { tag: '@once' }, async ({ page }) => {
    await open(page, path)
    const stops: string[] = []
    for (let presses = 0; presses < 150; presses++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const { width, height, top, bottom } = element.getBoundingClientRect()
        const isSeen = width > 0 && height > 0 && bottom > 0 && top < innerHeight
        const text =
          element.textContent?.trim().slice(0, 20) || element.getAttribute('name') || element.tagName
        return { text, isSeen, outline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 }
      })
      // The end of the page: the browser's own controls come next, then the page from its start.
      if (!stop || (stops.length > 0 && stop.text === stops[0])) break
      expect(stop).toEqual({ text: stop.text, isSeen: true, outline: true })
      stops.push(stop.text)
    }
    expect(stops[0]).toBe('跳到正文')
    expect(stops.length).toBeGreaterThanOrEqual(5)
    expect(stops.length).toBeLessThan(150)
  })

test('settings are chosen with arrow keys', { tag: '@once' }, async ({ page }) => {
  await open(page, 'settings/')
  await page.getByRole('radio', { name: '跟随系统' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '浅色' })).toBeChecked()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('slider', { name: '强调色' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('slider', { name: '字号' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('html')).toHaveAttribute('data-size', '1.1875')
})

test('going to the header does not move the text', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await page.mouse.wheel(0, 3000)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(3000)
  for (const link of await page.getByRole('banner').getByRole('link').all()) {
    await link.focus()
    expect(await page.evaluate(() => scrollY)).toBe(3000)
  }
})
