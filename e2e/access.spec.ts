import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { everyPage } from './every-page.ts'
import { noted, scroll } from './make-seeds.ts'
import { expectRecorded, middleBlock, readTo } from './reading.ts'
import { alive, expect, frames, ids, open, ownRows, test } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

/** Besides the system's, which is light here. Names share them out; a story in `settings.spec.ts` measures the colours of all. */
const themes = ['dark', 'eink', 'sepia', 'black']
const themeFor = (name: string) => themes[name.length % themes.length]!

/**
 * Expects that axe has nothing to say of the page, and in one more theme nothing of its contrast.
 *
 * @param part of the page, if the rest is known
 */
async function expectAccessible(page: Page, name: string, part = 'html'): Promise<void> {
  // One of the rules is optional there: targets of 24 pixels, or room around them.
  const rules = { 'target-size': { enabled: true } }
  await expectNothing(new AxeBuilder({ page }).include(part).options({ rules }), name)
  const theme = themeFor(name)
  await page.evaluate(theme => {
    document.documentElement.dataset.theme = theme
  }, theme)
  await frames(page)
  const axe = new AxeBuilder({ page }).include(part).withRules(['color-contrast'])
  await expectNothing(axe, `${name}, ${theme}`)
  await page.evaluate(() => {
    delete document.documentElement.dataset.theme
  })
}

async function expectNothing(axe: AxeBuilder, name: string): Promise<void> {
  const { violations } = await axe.analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`,
  )
  expect.soft(found, name).toEqual([])
}

/** Walks through the page by keys, in a small window, and expects that nothing lies over what has the focus. */
async function expectFocusSeen(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 640, height: 400 })
  await frames(page)
  const seen = new Set<string>()
  for (let presses = 0; presses < 60; presses++) {
    // Backwards what comes next lies above, where the header is.
    await page.keyboard.press(presses < 30 ? 'Tab' : 'Shift+Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const box = element.getBoundingClientRect()
      const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)]
      const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
      const points = [0.1, 0.5, 0.9].flatMap(x =>
        [0.1, 0.5, 0.9].map(y => [left + (right - left) * x, top + (bottom - top) * y] as const),
      )
      const shown = points.filter(([x, y]) => {
        const on = document.elementFromPoint(x, y)
        return on && (element.contains(on) || on.contains(element) || on.closest('label')?.contains(element))
      })
      return { element: element.outerHTML.slice(0, 120), isSeen: shown.length > 0 }
    })
    if (!stop) continue
    seen.add(stop.element)
    expect.soft(stop, name).toEqual({ ...stop, isSeen: true })
  }
  expect(seen.size).toBeGreaterThan(4)
}

for (const [name, path] of Object.entries(everyPage))
  test(`axe finds nothing on ${name}, and focus is never behind anything`, { tag: '@once' }, async ({
    page,
  }) => {
    const response = await page.goto(path)
    expect(response!.status()).toBe(name === 'not found' ? 404 : 200)
    await alive(page)
    await expectAccessible(page, name)
    await expectFocusSeen(page, name)
  })

for (const [kind, names] of Object.entries({
  panels: ['目录', '阅读设置', '更多'],
  strips: ['在文中查找', '朗读'],
  'the rest': ['标记', '自动滚动', '命令面板'],
}))
  test(`axe finds nothing on ${kind} beside an article`, { tag: '@once' }, async ({ page }) => {
    await open(page, `a/${ids.welcome}/`)
    const bar = page.getByRole('toolbar', { name: '阅读工具' })
    const opened = page.locator('.panel, .strip, dialog[open]')
    for (const name of names) {
      if (kind === 'the rest') {
        await bar.getByRole('button', { name: '更多' }).click()
        await page.getByRole('dialog', { name: '更多' }).getByRole('button', { name, exact: true }).click()
        await expect(page.getByRole('dialog', { name: '更多' })).toBeHidden()
      } else await bar.getByRole('button', { name, exact: true }).click()
      await expect(opened).toBeVisible()
      await expectAccessible(page, name, '.panel, .strip, dialog[open]')
      await opened.getByRole('button', { name: '关闭' }).click()
      await expect(opened).toHaveCount(0)
    }
  })

test('axe finds nothing on what opens elsewhere', { tag: '@once' }, async ({ page }) => {
  await open(page, `c/${scroll.name}/`)
  await page.getByRole('button', { name: /跳到别的年月/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page, 'months', 'dialog[open]')
  await open(page, `a/${noted.id}/`)
  await expect(page.getByRole('article').getByRole('region').first()).toBeVisible() // it does more than being read
  await page.getByRole('article').getByRole('link', { name: '[1]' }).click()
  await expect(page.locator('.note-card')).toBeVisible()
  await expectAccessible(page, 'note', '.note-card')
  await open(page, `a/${ids.window}/`)
  await page
    .getByRole('button', { name: /^查看大图/ })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: '图片' })).toBeVisible()
  await expectAccessible(page, 'lightbox', '[role="dialog"]')
})

test('axe finds nothing once there is a history', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.welcome}/`)
  await expectRecorded(page, 1)
  await open(page, `a/${ids.long}/`)
  await expectRecorded(page, 2)
  await readTo(page, await middleBlock(page))
  await open(page, 'history/')
  await expect(ownRows(page)).toHaveCount(2)
  await page.getByRole('button', { name: /^删除/ }).last().click()
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible()
  await expect(ownRows(page)).toHaveCount(1)
  await expectAccessible(page, 'history')
  await page.getByRole('banner').getByRole('link', { name: '拾页' }).click()
  await expect(page.getByRole('region', { name: '继续阅读' })).toBeVisible()
  await expectAccessible(page, 'home')
})

test('axe finds nothing on a rule, and in a queue', { tag: '@once' }, async ({ page }) => {
  await open(page, 'mute/?text=%E5%88%86%E9%A1%B5')
  await page.getByRole('button', { name: '屏蔽', exact: true }).click()
  await expect(page.getByRole('button', { name: '删除规则“分页”' })).toBeVisible()
  await expectAccessible(page, 'mute')
  await open(page, 'queue/')
  await page.getByRole('button', { name: '开始读' }).click()
  await expect(page.getByRole('region', { name: '我有几分钟' })).toBeVisible()
  await expectAccessible(page, 'article of a queue')
  await open(page, 'queue/')
  await expectAccessible(page, 'queue')
})

/** What of the page lies outside a window, and in no box that scrolls by itself. */
const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const isBeyond = ({ left, right, width, height }: DOMRect) =>
      width > 0 && height > 0 && (right > clientWidth + 1 || left < -1)
    const scrolls = (element: Element | null): boolean =>
      !!element &&
      (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('.visually-hidden, .skip, [aria-hidden="true"], svg')
    const found = [...document.querySelectorAll('body *')].filter(
      element =>
        isBeyond(element.getBoundingClientRect()) && isShown(element) && !scrolls(element.parentElement),
    )
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth} wide`] : []),
      ...found.map(element => element.outerHTML.slice(0, 120)),
    ]
  })

/** The window of WCAG's reflow: 1280 by 1024 at 400 %. The words of the app are longest in English. */
for (const [width, height, locale] of [
  [320, 256, 'zh-CN'],
  [390, 800, 'zh-CN'],
  [390, 800, 'en-US'],
] as const)
  test.describe(() => {
    test.use({ viewport: { width, height }, locale })
    test(`nothing sticks out of a window ${width} wide, ${locale}`, { tag: '@once' }, async ({ page }) => {
      test.slow()
      for (const [name, path] of Object.entries(everyPage)) {
        await open(page, path)
        for (const [size, ofBrowser] of [
          ['1.125', '100%'],
          ['2.25', '100%'],
          ...(width === 390 ? ([['1.125', '200%']] as const) : []),
        ] as const) {
          await page.evaluate(
            ([size, ofBrowser]) => {
              const { dataset, style } = document.documentElement
              dataset.size = size
              style.setProperty('--size', size)
              style.fontSize = ofBrowser
            },
            [size, ofBrowser] as const,
          )
          await frames(page)
          expect.soft(await sticksOut(page), `${name}, ${size}, ${ofBrowser}`).toEqual([])
        }
      }
    })
  })

test.describe(() => {
  test.use({ viewport: { width: 390, height: 800 } })
  test('more room between letters, words and lines takes nothing away', { tag: '@once' }, async ({
    page,
  }) => {
    test.slow()
    for (const [name, path] of Object.entries(everyPage)) {
      await open(page, path)
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        // WCAG 2.2, 1.4.12.
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
        )
        document.adoptedStyleSheets.push(sheet)
      })
      await frames(page)
      expect.soft(await sticksOut(page), name).toEqual([])
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main *, header *, footer *')]
          .filter(element => {
            const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element)
            const isMeant = textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
            const isCut =
              (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2) ||
              (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 2)
            return isCut && !isMeant && !element.closest('.visually-hidden, [aria-hidden="true"]')
          })
          .map(element => element.outerHTML.slice(0, 120)),
      )
      expect.soft(cut, name).toEqual([])
    }
  })
})

test.describe(() => {
  test.use({ contextOptions: { forcedColors: 'active' } })
  test("in the reader's own colours it can be seen what has the focus and what is on", {
    tag: '@once',
  }, async ({ page }) => {
    await open(page, `c/${scroll.name}/`)
    const unread = page.getByRole('button', { name: '未读', exact: true }).first()
    const look = () =>
      unread.evaluate(element => {
        const { backgroundColor, color, outlineStyle } = getComputedStyle(element)
        return { backgroundColor, color, outlineStyle }
      })
    const off = await look()
    await unread.click()
    await expect(unread).toHaveAttribute('aria-pressed', 'true')
    await page.mouse.move(0, 0)
    const on = await look()
    expect(on.backgroundColor).not.toBe(off.backgroundColor)
    expect(on.color).not.toBe(on.backgroundColor)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await expect(unread).toBeFocused()
    expect((await look()).outlineStyle).toBe('solid')
  })
})
