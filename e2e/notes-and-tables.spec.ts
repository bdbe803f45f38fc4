import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { noted } from './make-seeds.ts'
import { body, expect, frames, ids, open, test } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const card = (page: Page) => page.getByRole('dialog', { name: /^注释/ })
const mark = (page: Page, name: string) => body(page).getByRole('link', { name, exact: true }).first()

/** Opens the article and waits until it does more than being read. */
async function openNoted(page: Page): Promise<void> {
  await open(page, `a/${noted.id}/`)
  await expect(body(page).getByRole('region').first()).toBeVisible()
}

test('a note opens at its mark; a second press goes to it', { tag: '@once' }, async ({ page }) => {
  await openNoted(page)
  const place = await page.evaluate(() => scrollY)
  await mark(page, '[2]').click()
  await expect(card(page).locator('.note-text')).toHaveText('补记。')
  // One note at a time.
  await mark(page, '[1]').click()
  await expect(card(page)).toHaveCount(1)
  await expect(card(page)).toBeFocused()
  await expect(card(page).locator('.note-text')).toHaveText('见《海错图》，馆藏。')
  await expect(card(page).getByRole('link')).toHaveAttribute('href', 'https://b.example/')
  const [one, other] = await Promise.all([mark(page, '[1]').boundingBox(), card(page).boundingBox()])
  expect(Math.abs(other!.y - one!.y - one!.height)).toBeLessThan(40)
  expect([await page.evaluate(() => scrollY), new URL(page.url()).hash]).toEqual([place, ''])

  await page.keyboard.press('Escape')
  await mark(page, '[2]').click()
  await expect(card(page)).toBeFocused()
  await mark(page, '[2]').click()
  await expect(card(page)).toHaveCount(0)
  await expect(page).toHaveURL(/#in-n2$/)
  await expect(body(page).getByRole('listitem').nth(1)).toBeInViewport()
  // The way back is a jump, as are links to headings.
  await body(page).getByRole('link', { name: '↩' }).nth(1).click()
  await expect(page).toHaveURL(/#in-to-n2$/)
  await mark(page, '2').click()
  await expect(page).toHaveURL(/#in-chapter$/)
  await expect(card(page)).toHaveCount(0)
})

test('notes with keys: in, and back to the mark', { tag: '@once' }, async ({ page }) => {
  await openNoted(page)
  const close = async (...keys: string[]) => {
    await mark(page, '[1]').press('Enter')
    await expect(card(page)).toBeFocused()
    for (const key of keys) await page.keyboard.press(key)
    await expect(card(page)).toHaveCount(0)
    await expect(mark(page, '[1]')).toBeFocused()
  }
  await close('Escape')
  await close('Shift+Tab')
  await close('Tab', 'Tab', 'Tab', 'Tab') // beyond the link and the two buttons
  await close('Tab', 'Tab', 'Tab', 'Enter')
  await mark(page, '[1]').click()
  await page.mouse.click(5, 400)
  await expect(card(page)).toHaveCount(0)
  await mark(page, '[1]').click()
  await card(page).getByRole('button', { name: '到注释处' }).click()
  await expect(page).toHaveURL(/#in-n1$/)
  await page.goBack()
  await expect(mark(page, '[1]')).toBeInViewport()
})

for (const [width, height] of [
  [320, 640],
  [844, 390],
  [1440, 900],
] as const)
  test.describe(() => {
    test.use({ viewport: { width, height } })
    test(`what is wide scrolls by itself, the page never, ${width} wide`, { tag: '@once' }, async ({
      page,
    }) => {
      await open(page, `a/${noted.id}/`)
      const code = body(page).getByRole('region', { name: '代码，可左右滚动' })
      const table = body(page).getByRole('region', { name: '表格：潮汐表，可左右滚动' })
      for (const box of [code, table]) {
        await expect(box).toHaveCount(1)
        await box.focus()
        await page.keyboard.press('ArrowRight')
        await expect.poll(() => box.evaluate(element => element.scrollLeft)).toBeGreaterThan(0)
      }
      // What is not too wide is no stop.
      await expect(body(page).locator(':is(pre, .table-box):not([tabindex])')).toHaveCount(2)
      await mark(page, '[2]').click()
      await frames(page)
      expect(
        await page.evaluate(() => {
          scrollTo({ left: 1000, behavior: 'instant' })
          return scrollX
        }),
      ).toBe(0)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
      }
    })
  })

test('an old article says so by the clock of the reader, before the first paint', { tag: '@once' }, async ({
  page,
}) => {
  const notice = page.getByRole('main').getByText(/内容可能已经过时/)
  await page.clock.setFixedTime('2023-07-01T00:00:00Z')
  // Without the app: the document alone.
  await page.route(/\/assets\/.*\.js$/, () => undefined)
  await page.goto(`a/${noted.id}/`)
  await expect(notice).toBeVisible()
  const height = () => page.locator('.article-header').evaluate(element => element.clientHeight)
  const before = await height()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await open(page, `a/${noted.id}/`)
  await expect(notice).toHaveText('本文发布于 3 年前，内容可能已经过时。')
  expect(await height()).toBe(before)

  await page.clock.setFixedTime('2022-06-01T00:00:00Z')
  await open(page, `a/${noted.id}/`)
  await expect(notice).toBeHidden()
})

test('the line on old articles can be turned off', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    localStorage['shiye.settings'] = '{"dated":"off"}'
  })
  await open(page, `a/${noted.id}/`)
  await expect(page.locator('.dated')).toBeHidden()
  await page.goto(`a/${ids.sample}/`)
  await expect(page.locator('.dated')).toBeHidden()
})
