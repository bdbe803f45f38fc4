import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { failing, gallery } from './make-seeds.ts'
import { body, expect, frames, ids, open, test, titles } from './site.ts'

// Pages whose requests the tests answer or count: a worker would make them out of sight.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

/** 192 × 192. */
const PICTURE = readFileSync(fileURLToPath(new URL('../public/icon-192.png', import.meta.url)))

const lightbox = (page: Page) => page.getByRole('dialog', { name: '图片', exact: true })
const press = (page: Page, name: string) => lightbox(page).getByRole('button', { name }).click()
const buttons = (page: Page) => body(page).getByRole('button', { name: /^查看大图/ })
const count = (page: Page, text: string) => expect(lightbox(page).getByRole('status')).toContainText(text)

/** Answers for the host of the gallery; its `missing.png` is. Returns what was asked for. */
async function hang(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route(`${gallery.host}**`, route => {
    const name = route.request().url().slice(gallery.host.length)
    asked.push(name)
    return name === 'missing.png' ? route.abort() : route.fulfill({ body: PICTURE, contentType: 'image/png' })
  })
  return asked
}

test('with keys alone: open, go on, read the caption, close, and be where one was', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, `a/${ids.window}/`)
  const third = buttons(page).nth(2)
  await third.focus()
  await page.keyboard.press('Enter')
  await expect(lightbox(page)).toBeFocused()
  await count(page, '3 / 12')
  await expect(lightbox(page)).toContainText('三月。先绿的总是够不着的那几枝')
  const before = await page.evaluate(() => scrollY)
  for (const key of ['ArrowRight', ' ', 'PageDown', 'End']) await page.keyboard.press(key)
  await count(page, '4 / 12')
  await expect(lightbox(page)).toContainText('四月。开窗一会儿，书里就夹了花瓣')
  await page.keyboard.press('Tab')
  await expect(lightbox(page).getByRole('button', { name: '放大' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(lightbox(page).getByRole('button', { name: '缩小' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(lightbox(page)).toHaveCount(0)
  await expect(third).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('Back closes a picture and nothing else; closed otherwise, it leaves Back as it was', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, './')
  await page.getByRole('main').getByRole('link', { name: titles.window, exact: true }).first().click()
  await expect(buttons(page)).toHaveCount(12)
  await buttons(page).nth(4).scrollIntoViewIfNeeded()
  const place = await page.evaluate(() => scrollY)
  const address = page.url()

  await buttons(page).nth(4).click()
  await count(page, '5 / 12')
  await page.goBack()
  await expect(lightbox(page)).toHaveCount(0)
  await expect(buttons(page).nth(4)).toBeFocused()
  expect([page.url(), await page.evaluate(() => scrollY)]).toEqual([address, place])
  await page.goForward()
  await count(page, '5 / 12')

  await press(page, '关闭')
  await expect(lightbox(page)).toHaveCount(0)
  await buttons(page).nth(4).click()
  await count(page, '5 / 12')
  await page.keyboard.press('Escape')
  await expect(lightbox(page)).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL('./')
})

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })
  test('what is pressed while it opens closes it as well', { tag: '@once' }, async ({ page }) => {
    await open(page, `a/${ids.window}/`)
    await buttons(page).first().press('Enter')
    await expect(lightbox(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(lightbox(page)).toHaveCount(0)
    await expect(buttons(page).first()).toBeFocused()
    await buttons(page).first().press('Enter')
    await expect(lightbox(page)).toBeFocused()
    await page.goBack()
    await expect(lightbox(page)).toHaveCount(0)
    await expect(page).toHaveURL(`a/${ids.window}/`)
  })
})

test('the wheel zooms, and a picture of the site is saved under its name', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, `a/${ids.window}/`)
  await buttons(page).first().click()
  const image = lightbox(page).locator('.pswp__item[aria-hidden=false] img.pswp__img').last()
  const width = async () => (await image.boundingBox())!.width
  const before = await width()
  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, -200)
  await expect.poll(width).toBeGreaterThan(before * 1.2)
  await press(page, '缩小')
  await expect.poll(width).toBeCloseTo(before, 0)
  const download = page.waitForEvent('download')
  await lightbox(page).getByRole('link', { name: '保存图片' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.webp$/)
})

test('all pictures of the article, none of what is not one', { tag: '@once' }, async ({ page }) => {
  await hang(page)
  await open(page, `a/${gallery.id}/`)
  await body(page).locator('img[src$="missing.png"]').scrollIntoViewIfNeeded()
  await expect(body(page).getByText('图片暂时无法显示')).toBeVisible()
  await buttons(page).first().click()
  const image = lightbox(page).locator('.pswp__item[aria-hidden=false] img.pswp__img').last()
  for (const [index, name] of gallery.shown.entries()) {
    await count(page, `${index + 1} / ${gallery.shown.length}`)
    await expect(image).toHaveAttribute('src', gallery.host + name)
    // Whatever the seed says or does not say of its size.
    await expect.poll(() => image.boundingBox().then(box => box!.width / box!.height)).toBeCloseTo(1, 1)
    await page.keyboard.press('ArrowRight')
  }
  await count(page, '4 / 4')
  await expect(lightbox(page)).toContainText('左：去时；右：来时')
  const original = lightbox(page).getByRole('link', { name: '打开原图' })
  await expect(original).toHaveAttribute('target', '_blank')
  await expect(original).toHaveAttribute('href', `${gallery.host}right.png`)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  test('a finger goes on, and down to close', { tag: '@once' }, async ({ page }) => {
    await open(page, `a/${ids.window}/`)
    await buttons(page).first().tap()
    await count(page, '1 / 12')
    await expect(lightbox(page)).toBeFocused()
    await swipe(page, { x: 320, y: 400 }, { x: 60, y: 400 })
    await count(page, '2 / 12')
    await swipe(page, { x: 200, y: 300 }, { x: 200, y: 700 })
    await expect(lightbox(page)).toHaveCount(0)
    await expect(buttons(page).first()).toBeFocused()
  })
})

interface Point {
  x: number
  y: number
}

async function swipe(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', [from])
  for (let step = 1; step <= 8; step++) {
    const at = (one: number, other: number) => one + ((other - one) * step) / 8
    await touch('touchMove', [{ x: at(from.x, to.x), y: at(from.y, to.y) }])
    await frames(page)
  }
  await touch('touchEnd', [])
}

test('axe finds nothing on an open picture', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.window}/`)
  await buttons(page).nth(1).click()
  await count(page, '2 / 12')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
})

test.describe('pictures only when asked for', { tag: '@once' }, () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      localStorage['shiye.settings'] = '{"pictures":"tap"}'
    }),
  )
  const load = (page: Page) => body(page).getByRole('button', { name: '点按加载图片' })

  test('an article opened in the app asks for no picture before the tap', async ({ page }) => {
    const asked = await hang(page)
    // Not by way of a list, whose cover is the first picture.
    await open(page, `a/${failing.id}/`)
    await page.getByRole('link', { name: gallery.title }).click()
    await expect(page).toHaveURL(`a/${gallery.id}/`)
    const first = body(page).locator('figure').first()
    await expect(first.getByRole('button', { name: '点按加载图片' })).toBeVisible()
    // In the room of the picture: 800 to 500.
    const room = await first.locator('.missing-picture').boundingBox()
    expect(room!.width / room!.height).toBeCloseTo(1.6, 1)
    const end = body(page).getByText('看完了。')
    await end.scrollIntoViewIfNeeded()
    await expect(load(page).last()).toBeVisible()
    expect(asked.filter(name => !/^(emoji|tex)/.test(name))).toEqual([])

    await first.getByRole('button', { name: '点按加载图片' }).click()
    await expect.poll(() => asked.filter(name => !/^(emoji|tex)/.test(name))).toEqual(['first.png'])
    await expect(first.locator('img')).toBeFocused()
    await page.keyboard.press('Enter')
    // What waits to be asked for is nothing to look at yet.
    await expect(lightbox(page)).toBeFocused()
    await expect(lightbox(page).getByRole('button', { name: '下一张' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(lightbox(page)).toHaveCount(0)

    await body(page).getByRole('button', { name: '全部加载' }).first().click()
    await expect(load(page)).toHaveCount(0)
    await end.scrollIntoViewIfNeeded()
    await expect(body(page).getByText('图片暂时无法显示')).toBeVisible()
    expect(new Set(asked)).toEqual(
      new Set([
        ...asked.filter(name => /^(emoji|tex)/.test(name)),
        ...gallery.shown,
        'linked.png',
        'missing.png',
      ]),
    )
  })

  test('the choice holds at once: what is there stays, what is not waits, and comes when it is taken back', async ({
    page,
  }) => {
    await page.addInitScript(() => localStorage.removeItem('shiye.settings'))
    const asked = await hang(page)
    await open(page, `a/${gallery.id}/`)
    await expect.poll(() => asked).toContain('first.png')
    const choose = (name: string) =>
      page.getByRole('group', { name: '图片' }).getByRole('radio', { name, exact: true }).check()
    await page.getByRole('toolbar').getByRole('button', { name: '阅读设置' }).click()
    await choose('点按加载')
    await expect(body(page).locator('img[src$="first.png"]')).toBeVisible()
    const last = body(page).locator('figure').last()
    await last.scrollIntoViewIfNeeded()
    await expect(last.getByRole('button', { name: '点按加载图片' })).toBeVisible()
    expect(asked).not.toContain('right.png')
    await choose('显示')
    await expect(load(page)).toHaveCount(0)
    await expect.poll(() => asked).toContain('right.png')
    await expect(last.locator('img')).toBeVisible()
  })

  test('a prerendered one asks for its first alone', async ({ page }) => {
    const asked = await hang(page)
    await open(page, `a/${gallery.id}/`)
    await body(page).getByText('看完了。').scrollIntoViewIfNeeded()
    await expect(load(page).last()).toBeVisible()
    expect(asked.filter(name => !/^(emoji|tex)/.test(name))).toEqual(['first.png'])
  })
})
