import type { Page, Request } from 'playwright/test'
import { scroll, scrollDay, scrollTitle } from './make-seeds.ts'
import { articleLink, expect, frames, open, test } from './site.ts'

// What the worker fetches for later would be counted with what the page asks for.
test.use({ serviceWorkers: 'block', viewport: { width: 390, height: 844 } })

const LIST = `c/${scroll.name}/`

const monthButton = (page: Page) => page.getByRole('button', { name: /跳到别的年月/ })
const rows = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') })

/** Opens a page of the list and waits until it goes on by itself. */
async function openList(page: Page, path = LIST): Promise<void> {
  await open(page, path)
  await expect(monthButton(page)).toBeVisible()
}

/** Scrolls step by step until an article is in view, and rests there. */
async function scrollTo(page: Page, number: number, pixels = 500): Promise<void> {
  const link = articleLink(page, scrollTitle(number))
  for (let steps = 0; steps < 200; steps++) {
    await page.evaluate(top => scrollBy(0, top), pixels)
    await frames(page)
    await page.waitForFunction(isLoaded)
    const box = (await link.count()) > 0 ? await link.boundingBox() : null
    if (box && box.y > 100 && box.y < 700) break
  }
  await expect(link).toBeInViewport()
  await expect.poll(() => page.evaluate(isPlaceKept)).toBe(true)
}

/** Whether the articles in view have come. */
function isLoaded(): boolean {
  const entries = [...document.querySelectorAll('main li[data-index]')]
  const inView = entries.filter(entry => {
    const { top, bottom } = entry.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })
  return inView.length > 0 && inView.every(entry => entry.querySelector('h2'))
}

/** Whether what the history keeps is the article at the top of the window. */
function isPlaceKept(): boolean {
  const line = document.querySelector('header')!.getBoundingClientRect().bottom + 2
  const entries = [...document.querySelectorAll<HTMLElement>('main li[data-index]')]
  const top = entries.find(entry => entry.getBoundingClientRect().bottom > line)
  return history.state?.place?.index === Number(top?.dataset.index)
}

/** How far below the top of the window an article begins. */
const topOf = (page: Page, number: number): Promise<number> =>
  articleLink(page, scrollTitle(number)).evaluate(link => Math.round(link.getBoundingClientRect().top))

/** To the pixel that sizes are rounded to. */
const expectTop = (page: Page, number: number, expected: number): Promise<void> =>
  expect.poll(async () => Math.abs((await topOf(page, number)) - expected)).toBeLessThanOrEqual(1)

/** What a page asks for from now on of the data of articles. */
function articleRequests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request: Request) => {
    const [, id] = /\/data\/a\/(\w+)\.json/.exec(request.url()) ?? []
    if (id) asked.push(id)
  })
  return asked
}

const idOf = (number: number) => `e2ef${String(number).padStart(12, '0')}`

test('a list goes on as it is scrolled, and holds few of its articles at a time', { tag: '@once' }, async ({
  page,
}) => {
  await openList(page)
  await scrollTo(page, 70)
  await expect(articleLink(page, scrollTitle(1))).toHaveCount(0)
  expect(await rows(page).count()).toBeLessThan(40)
  const row = rows(page).filter({ has: page.getByRole('link', { name: scrollTitle(70), exact: true }) })
  await expect(row).toHaveAttribute('aria-posinset', '70')
  await expect(row).toHaveAttribute('aria-setsize', String(scroll.count))

  await page.keyboard.press('End')
  await expect(articleLink(page, scrollTitle(scroll.count))).toBeInViewport()
  expect(await rows(page).count()).toBeLessThan(40)
  await page.keyboard.press('Home')
  await expect(articleLink(page, scrollTitle(1))).toBeInViewport()
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
})

test('every article stands in the list once, in order', { tag: '@once' }, async ({ page }) => {
  await openList(page)
  const seen = new Map<number, string>()
  const note = async () => {
    const inPage = await page.evaluate(() =>
      [...document.querySelectorAll('main li[aria-posinset]')].map(
        entry => [Number(entry.ariaPosInSet), entry.querySelector('h2')?.textContent ?? ''] as const,
      ),
    )
    for (const [position, title] of inPage) seen.set(position, title)
  }
  await expect(async () => {
    await note()
    await page.evaluate(() => scrollBy(0, 700))
    await frames(page)
    expect(seen.size).toBe(scroll.count)
  }).toPass({ intervals: [50], timeout: 50_000 })
  for (const [position, title] of seen) expect(title).toBe(scrollTitle(position))
})

test('Back leads to the same article at the same height', { tag: '@once' }, async ({ page }) => {
  await openList(page)
  await scrollTo(page, 66)
  const before = await topOf(page, 66)
  await articleLink(page, scrollTitle(66)).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scrollTitle(66))
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scroll.name)
  await expectTop(page, 66, before)
  const again = await topOf(page, 66) // what is kept now has been rounded once
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scrollTitle(66))
  await page.goBack()
  await expectTop(page, 66, again)
})

test('a reload, and Back from another site, lead to the same article at the same height', async ({
  page,
}) => {
  await openList(page)
  await scrollTo(page, 66)
  const before = await topOf(page, 66)
  await page.reload()
  await expectTop(page, 66, before)
  await page.goto('about:blank')
  await page.goBack()
  await expectTop(page, 66, before)
})

test.describe(() => {
  test.use({ isMobile: true, hasTouch: true })
  test('turning the phone keeps the article at the top', { tag: '@once' }, async ({ page }) => {
    await openList(page)
    await scrollTo(page, 66)
    const index = await page.evaluate(() => history.state.place.index as number)
    const title = page.getByRole('link', { name: scrollTitle(index + 1), exact: true })
    const entry = rows(page).filter({ has: title })
    await page.setViewportSize({ width: 844, height: 390 })
    await expect(entry).toBeInViewport()
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(entry).toBeInViewport()
  })
})

test('a page of the list goes on in both directions, and nothing jumps', { tag: '@once' }, async ({
  page,
}) => {
  await openList(page, `${LIST}page/4/`)
  await expect(articleLink(page, scrollTitle(61))).toBeInViewport()
  await expect(page.getByRole('main')).toContainText('第 4 页')
  // Once the reader rests, there are articles before those of the page.
  const [number, before] = await page.evaluate(() => {
    scrollBy(0, 1500)
    const entries = [...document.querySelectorAll<HTMLElement>('main li[data-index]')]
    const entry = entries.find(each => each.getBoundingClientRect().top > 100)!
    const link = entry.querySelector('h2 a')!
    return [Number(entry.dataset.index) + 1, Math.round(link.getBoundingClientRect().top)]
  })
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(5000)
  await expectTop(page, number!, before!)
  await scrollTo(page, 50, -400)
})

test('a month is chosen with the keyboard alone', { tag: '@once' }, async ({ page }) => {
  await openList(page)
  await monthButton(page).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '跳到年月' })
  await expect(dialog.getByRole('radio', { name: /^2019/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: /^2018/ })).toBeChecked()
  const month = dialog.getByRole('button', { name: /^2018年3月, \d+$/ })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(month).toBeFocused({ timeout: 100 })
  }).toPass({ intervals: [1] })
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  const first = Array.from({ length: scroll.count }, (_, index) => index + 1).find(number =>
    scrollDay(number).startsWith('2018-03'),
  )!
  await expect(articleLink(page, scrollTitle(first))).toBeFocused()
  const header = await page.getByRole('banner').evaluate(element => element.getBoundingClientRect().bottom)
  await expect.poll(() => topOf(page, first)).toBeGreaterThanOrEqual(header)
  expect(await topOf(page, first)).toBeLessThan(header + 60)
  await expect(monthButton(page)).toHaveText('2018年3月')

  await monthButton(page).click()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(monthButton(page)).toBeFocused()
})

test('a list of one page has no months to jump to', { tag: '@once' }, async ({ page }) => {
  await openList(page)
  await page
    .getByRole('navigation', { name: '下级分类' })
    .getByRole('link', { name: /^来源 1\b/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('来源 1')
  await expect(rows(page)).toHaveCount(6)
  await expect(monthButton(page)).toHaveCount(0)
})

test('articles in view are loaded ahead: a press asks for nothing', { tag: '@once' }, async ({ page }) => {
  const loaded = page.waitForResponse(response => response.url().includes(idOf(1)))
  await openList(page)
  await loaded
  const asked = articleRequests(page)
  await articleLink(page, scrollTitle(1)).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scrollTitle(1))
  await expect(page.locator('[data-article-body]')).toContainText(/第 ?1 ?篇/)
  expect(asked).not.toContain(idOf(1))
})

test('a pointer over a link has its page loaded', { tag: '@once' }, async ({ page }) => {
  await openList(page)
  const list = page.waitForRequest(request => /\/data\/c\/.*page-1\.json$/.test(request.url()))
  await page
    .getByRole('navigation', { name: '下级分类' })
    .getByRole('link', { name: /^来源 1\b/ })
    .hover()
  await list
})

for (const [name, connection] of [
  ['saves data', { saveData: true }],
  ['has a slow line', { saveData: false, effectiveType: '2g' }],
] as const)
  test(`nothing is loaded ahead for a reader who ${name}`, { tag: '@once' }, async ({ page }) => {
    await page.addInitScript(value => Object.defineProperty(navigator, 'connection', { value }), connection)
    const started = page.waitForResponse(response => /pages-ahead/.test(response.url()))
    const asked = articleRequests(page)
    await openList(page)
    await started
    await articleLink(page, scrollTitle(1)).hover()
    await articleLink(page, scrollTitle(3)).focus()
    await scrollTo(page, 25)
    await articleLink(page, scrollTitle(25)).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(scrollTitle(25))
    expect(asked).toEqual([idOf(25)])
  })

test('home shows the largest categories, lists the largest below them, one page has all', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, './')
  const tree = page.getByRole('complementary')
  const sources = tree.getByRole('link', { name: /^来源 \d+ 6$/ })
  await expect(sources).toHaveCount(6)
  await tree.getByRole('link', { name: `${scroll.name} ${scroll.count}` }).click()

  const below = page.getByRole('navigation', { name: '下级分类' })
  await expect(below.getByRole('link', { name: /^来源/ })).toHaveCount(16)
  await below.getByRole('link', { name: `全部 ${scroll.sources} 个` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('全部分类')
  await expect(page.getByRole('main').getByRole('link', { name: /^来源 \d+ 6$/ })).toHaveCount(scroll.sources)
  await expect(
    page.getByRole('main').getByRole('link', { name: `${scroll.name} ${scroll.count}` }),
  ).toBeInViewport()
  await expect(page).toHaveTitle('全部分类 - 拾页')
})
