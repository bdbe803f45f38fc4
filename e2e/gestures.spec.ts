import type { CDPSession, Page } from 'playwright/test'
import { paged, pagedId, pagedTitle } from './make-seeds.ts'
import { articleLink, body, expect, frames, ids, notice, open, test } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const LIST = `c/${paged.names.join('/')}/`

interface Point {
  x: number
  y: number
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Opens a page and waits until gestures do something: they come when it is at rest. */
async function openAtRest(page: Page, path: string): Promise<CDPSession> {
  await open(page, path)
  await expect.poll(() => body(page).or(page.locator('.articles')).first().evaluate(hasGestures)).toBe(true)
  return page.context().newCDPSession(page)
}

const hasGestures = (element: Element) =>
  document.documentElement.hasAttribute('data-pulls') ||
  getComputedStyle(element.closest('article') ?? element).touchAction.includes('pinch-zoom')

const touch = (hand: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
  hand.send('Input.dispatchTouchEvent', { type, touchPoints })

async function drag(page: Page, hand: CDPSession, from: Point, to: Point, isHeld = false): Promise<void> {
  await touch(hand, 'touchStart', [from])
  for (let step = 1; step <= 8; step++) {
    const at = (one: number, other: number) => one + ((other - one) * step) / 8
    await touch(hand, 'touchMove', [{ x: at(from.x, to.x), y: at(from.y, to.y) }])
    await frames(page)
  }
  if (!isHeld) await touch(hand, 'touchEnd', [])
}

const LEFT = [
  { x: 320, y: 300 },
  { x: 80, y: 310 },
] as const
const RIGHT = [LEFT[1], LEFT[0]] as const

test('a swipe sideways leads through the articles of a category', { tag: '@once' }, async ({ page }) => {
  const hand = await openAtRest(page, `a/${pagedId(7)}/`)
  await drag(page, hand, ...LEFT, true)
  await expect(page.getByText('下一篇 →')).toBeVisible()
  await expect(page.locator('main article')).toHaveAttribute('style', /translate/)
  await touch(hand, 'touchEnd', [])
  await expect(heading(page)).toHaveText(pagedTitle(8))
  await expect(page.getByText('下一篇 →')).toBeHidden()
  await drag(page, hand, ...RIGHT)
  await expect(heading(page)).toHaveText(pagedTitle(7))
})

test('what is no swipe leads nowhere', { tag: '@once' }, async ({ page }) => {
  const hand = await openAtRest(page, `a/${ids.long}/`)
  const title = (await heading(page).textContent())!
  // From the edge, which is the system's; a short one; one that goes back; one over a table that scrolls.
  await drag(page, hand, { x: 380, y: 300 }, { x: 80, y: 300 })
  await drag(page, hand, { x: 200, y: 300 }, { x: 170, y: 300 })
  await drag(page, hand, ...LEFT, true)
  await touch(hand, 'touchMove', [{ x: 300, y: 310 }])
  await touch(hand, 'touchEnd', [])
  // Two fingers zoom.
  await touch(hand, 'touchStart', [LEFT[0]])
  await touch(hand, 'touchStart', [LEFT[0], { x: 100, y: 500 }])
  await touch(hand, 'touchMove', [LEFT[1], { x: 300, y: 500 }])
  await touch(hand, 'touchEnd', [])
  // A word is selected.
  await body(page)
    .locator('p')
    .first()
    .evaluate(element => getSelection()!.selectAllChildren(element))
  await drag(page, hand, ...LEFT)
  await page.evaluate(() => getSelection()!.removeAllRanges())
  // They are not wanted.
  await page.evaluate(() => {
    localStorage['shiye.settings'] = '{"gestures":"off"}'
    dispatchEvent(new StorageEvent('storage', { key: 'shiye.settings' }))
  })
  await drag(page, hand, ...LEFT)
  await frames(page)
  await expect(heading(page)).toHaveText(title)
  await expect(page.locator('.swipe-hint')).toHaveCount(0)
})

test('two fingers zoom an article as ever, and one then moves it about', { tag: '@once' }, async ({
  page,
}) => {
  const hand = await openAtRest(page, `a/${pagedId(7)}/`)
  const scale = () => page.evaluate(() => visualViewport!.scale)
  await hand.send('Input.synthesizePinchGesture', { x: 195, y: 400, scaleFactor: 2 })
  await expect.poll(scale).toBeGreaterThan(1.5)
  await expect
    .poll(() => page.locator('main article').evaluate(element => getComputedStyle(element).touchAction))
    .toBe('auto')
  await drag(page, hand, ...LEFT)
  await expect(heading(page)).toHaveText(pagedTitle(7))
})

test('a pull at the top of a list looks for new articles', { tag: '@once' }, async ({ page }) => {
  const hand = await openAtRest(page, LIST)
  const pull = () => drag(page, hand, { x: 200, y: 200 }, { x: 205, y: 500 })
  await pull()
  await expect(notice(page, '没有新文章')).toBeVisible()

  // The site is built anew, with an article more.
  await page.route(/data\/c\/.*page-1\.json/, async route => {
    const response = await route.fetch()
    const list = await response.json()
    const [first] = list.articles
    const added = { ...first, id: ids.welcome, title: '刚刚写成的一篇' }
    await route.fulfill({
      response,
      json: { ...list, total: list.total + 1, articles: [added, ...list.articles] },
    })
  })
  await pull()
  await expect(notice(page, '1 篇新文章')).toBeVisible()
  await expect(articleLink(page, '刚刚写成的一篇')).toBeInViewport()

  await page.route(/data\/c\//, route => route.abort())
  await pull()
  await expect(notice(page, '现在连不上网站')).toBeVisible()
})
