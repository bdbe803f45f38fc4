import type { Page } from 'playwright/test'
import { huge } from './make-seeds.ts'
import { expectRecorded } from './reading.ts'
import { body, expect, frames, ids, open, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const pager = (page: Page) => page.getByRole('navigation', { name: '页码' })
const bar = (page: Page) => page.getByRole('toolbar', { name: '阅读工具' })

async function read(page: Page, id: string, way: { flow?: string; direction?: string }) {
  await page.addInitScript(way => {
    localStorage['shiye.settings'] ??= JSON.stringify(way)
  }, way)
  await open(page, `a/${id}/`)
  if (way.flow) await expect(pager(page)).toBeVisible()
  await expect(bar(page)).toBeVisible()
}

/** The page that is open, and how many there are. */
async function numbers(page: Page): Promise<[number, number]> {
  const [number, count] = (await pager(page).textContent())!.match(/\d+/g)!.map(Number)
  return [number!, count!]
}

const expectPage = (page: Page, number: number) =>
  expect.poll(async () => (await numbers(page))[0]).toBe(number)

/** The blocks that are in view, or those that are so from their first line on, by the beginning of their text. */
const inView = (page: Page, isBegun = false) =>
  body(page).evaluate(
    (element, isBegun) =>
      [...element.children]
        .filter(block => {
          const pieces = [...block.getClientRects()]
          return (isBegun ? pieces.slice(0, 1) : pieces).some(({ left, right, top, bottom }) => {
            const isAcross = left > -10 && right < innerWidth + 10
            return isAcross && bottom > 60 && top < innerHeight - 60 && right > left
          })
        })
        .map(block => block.textContent.normalize('NFKC').slice(0, 12)),
    isBegun,
  )

for (const direction of ['horizontal', 'vertical'])
  test.describe(`pages, ${direction}`, () => {
    const isVertical = direction === 'vertical'
    const [on, back] = isVertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']

    test('keys turn every page of an article, from its title to its neighbours', { tag: '@once' }, async ({
      page,
    }) => {
      await read(page, ids.long, { flow: 'paged', direction })
      const seen = new Set(await inView(page, true))
      const [, count] = await numbers(page)
      expect(count).toBeGreaterThan(5)
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })
      const keys = [on, ' ', 'PageDown', 'ArrowDown']
      for (let number = 2; number <= count; number++) {
        await page.keyboard.press(keys[number % keys.length]!)
        await expectPage(page, number)
        for (const text of await inView(page, true)) seen.add(text)
        // Nothing stands across the edge of a page.
        const cut = await body(page).evaluate(element => {
          const box = element.closest('.narrow')!.getBoundingClientRect()
          const range = document.createRange()
          range.selectNodeContents(element)
          return [...range.getClientRects()].some(
            ({ left, right, top, bottom }) =>
              (left < box.left - 1 && right > box.left + 1) ||
              (right > box.right + 1 && left < box.right - 1) ||
              (top < box.top - 1 && bottom > box.top + 1 && left >= box.left) ||
              (bottom > box.bottom + 1 && top < box.bottom - 1 && left >= box.left),
          )
        })
        expect.soft(cut, `page ${number}`).toBe(false)
      }
      const headings = await body(page).locator('h2').allTextContents()
      expect([...seen]).toEqual(
        expect.arrayContaining(headings.map(text => text.normalize('NFKC').slice(0, 12))),
      )
      await expect(page.getByRole('navigation', { name: '前后文章' })).toBeInViewport()
      await expect(bar(page)).toContainText('读完')
      await page.keyboard.press(' ')
      await expectPage(page, count)
      await page.keyboard.press(back)
      await expectPage(page, count - 1)
      await page.keyboard.press('Shift+ ')
      await expectPage(page, count - 2)
      await page.keyboard.press('Home')
      await expectPage(page, 1)
    })

    test('the place stays: with another size of window or text, and at the next visit', {
      tag: '@once',
    }, async ({ page }) => {
      await read(page, ids.long, { flow: 'paged', direction })
      for (let number = 2; number <= 6; number++) await page.keyboard.press(' ')
      await expectPage(page, 6)
      const [first] = await inView(page)
      await page.setViewportSize({ width: 700, height: 600 })
      await expect.poll(() => inView(page)).toContain(first)
      await page.setViewportSize({ width: 1280, height: 720 })
      await expectPage(page, 6)
      await expectRecorded(page, 1)
      await page.goto('history/')
      await open(page, `a/${ids.long}/`)
      await expect(pager(page)).toBeVisible()
      await expectPage(page, 6)
      // Scrolling again, the reader is at the same place.
      await bar(page).getByRole('button', { name: '阅读设置' }).click()
      await page.getByRole('radio', { name: '滚动' }).check()
      await page.getByRole('radio', { name: '横排' }).check()
      await expect(pager(page)).toBeHidden()
      await expect.poll(() => inView(page)).toContain(first)
      await page.getByRole('radio', { name: '分页' }).check()
      await expect.poll(() => inView(page)).toContain(first)
    })
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('taps at the sides turn pages, one in the middle shows the tools', { tag: '@once' }, async ({
    page,
  }) => {
    await read(page, ids.long, { flow: 'paged' })
    const isShown = () => bar(page).evaluate(element => element.getBoundingClientRect().top < innerHeight)
    await page.touchscreen.tap(350, 400)
    await page.touchscreen.tap(350, 700)
    await expectPage(page, 3)
    await expect.poll(isShown).toBe(false)
    await page.touchscreen.tap(195, 200)
    await expect.poll(isShown).toBe(true)
    await page.touchscreen.tap(195, 200)
    await expect.poll(isShown).toBe(false)
    await page.touchscreen.tap(40, 200)
    await page.touchscreen.tap(40, 700)
    await expectPage(page, 1)
    // A link is a link, and does what it does.
    const note = body(page).locator('sup a').first()
    const { x, y, width, height } = (await note.boundingBox())!
    await page.touchscreen.tap(x + width / 2, y + height / 2)
    await page.getByRole('button', { name: '到注释处' }).tap()
    await expect(page).toHaveURL(/#/)
    await expect.poll(async () => (await numbers(page))[0]).toBeGreaterThan(5)
    await expect(page.locator(new URL(page.url()).hash)).toBeInViewport({ ratio: 0.9 })
  })

  for (const [direction, across] of [
    ['horizontal', -200],
    ['vertical', 200],
  ] as const)
    test(`a swipe turns pages, ${direction}`, { tag: '@once' }, async ({ page }) => {
      await read(page, ids.long, { flow: 'paged', direction })
      const hand = await page.context().newCDPSession(page)
      const swipe = async (distance: number) => {
        const at = (x: number) => [{ x: 195 + x, y: 650 }]
        await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(-distance / 2) })
        for (const share of [-0.25, 0, 0.25, 0.5])
          await hand.send('Input.dispatchTouchEvent', {
            type: 'touchMove',
            touchPoints: at(share * distance),
          })
        await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      }
      await swipe(across)
      await expectPage(page, 2)
      await swipe(across)
      await expectPage(page, 3)
      await swipe(-across)
      await expectPage(page, 2)
    })

  test('text that is selected turns nothing', { tag: '@once' }, async ({ page }) => {
    await read(page, ids.long, { flow: 'paged' })
    await body(page)
      .locator('p')
      .first()
      .evaluate(element => getSelection()!.selectAllChildren(element))
    await page.touchscreen.tap(350, 600)
    await frames(page)
    expect((await numbers(page))[0]).toBe(1)
  })
})

test('the keyboard reaches what is on other pages, which open', { tag: '@once' }, async ({ page }) => {
  await read(page, ids.long, { flow: 'paged' })
  const [, count] = await numbers(page)
  await page
    .getByRole('link', { name: /上一篇|下一篇/ })
    .first()
    .focus()
  await expectPage(page, count)
  await page.getByRole('heading', { level: 1 }).focus()
  await expectPage(page, 1)
  const before = await body(page).evaluate(element => element.closest('.narrow')!.scrollLeft)
  expect(before).toBe(0)
  await bar(page).getByRole('button', { name: '目录' }).click()
  const heading = body(page).locator('h2').last()
  await page
    .getByRole('dialog', { name: '目录' })
    .getByRole('button', { name: (await heading.textContent())! })
    .click()
  await expect(heading).toBeInViewport({ ratio: 1 })
  await expect(heading).toBeFocused()
  await page.getByRole('button', { name: '前一页' }).click()
  await expect(heading).not.toBeInViewport()
})

test('find opens the page of a hit', { tag: '@once' }, async ({ page }) => {
  await read(page, ids.long, { flow: 'paged', direction: 'vertical' })
  await bar(page).getByRole('button', { name: '查找' }).click()
  await page.getByRole('searchbox').fill('行距')
  await expect.poll(async () => (await numbers(page))[0]).toBeGreaterThan(2)
  const found = (await numbers(page))[0]
  await page.keyboard.press('Escape')
  await expectPage(page, found)
  await page.keyboard.press('Home')
  await expectPage(page, 1)
})

test('vertical columns go leftwards by wheel and keys, and the contents lead to a heading', {
  tag: '@once',
}, async ({ page }) => {
  await read(page, ids.long, { direction: 'vertical' })
  const paragraph = body(page).locator('p').first()
  await expect(paragraph).toHaveCSS('writing-mode', 'vertical-rl')
  const moved = () => body(page).evaluate(element => -element.closest('.narrow')!.scrollLeft)
  await page.mouse.move(600, 300)
  await page.mouse.wheel(0, 500)
  await expect.poll(moved).toBe(500)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(moved).toBe(620)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press(' ')
  await expect.poll(moved).toBeGreaterThan(1200)
  await page.keyboard.press('End')
  await expect(bar(page)).toContainText('读完')
  await expect(page.getByRole('navigation', { name: '前后文章' })).toBeInViewport()
  await bar(page).getByRole('button', { name: '目录' }).click()
  const heading = body(page).locator('h2').nth(2)
  await page
    .getByRole('dialog', { name: '目录' })
    .getByRole('button', { name: (await heading.textContent())! })
    .click()
  await expect(heading).toBeInViewport({ ratio: 1 })
  await expect
    .poll(() =>
      heading.evaluate(element => {
        const box = element.closest('.narrow')!.getBoundingClientRect()
        return Math.round(box.right - element.getBoundingClientRect().right)
      }),
    )
    .toBe(24)
})

test('a long article scrolls where others have pages', {
  tag: '@once',
}, async ({ page }) => {
  await page.addInitScript(() => {
    localStorage['shiye.settings'] = '{"flow":"paged"}'
  })
  await open(page, `a/${huge.id}/`)
  await expect(bar(page)).toBeVisible()
  await expect(pager(page)).toBeHidden()
  await page.mouse.wheel(0, 800)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(800)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('an article reads as it is', { tag: '@once' }, async ({ page }) => {
    await page.goto(`a/${ids.long}/`)
    await expect(page.getByRole('heading', { name: titles.long })).toBeVisible()
    await expect(pager(page)).toHaveCount(0)
  })
})
