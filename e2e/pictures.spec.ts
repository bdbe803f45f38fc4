import type { Locator } from 'playwright/test'
import { survived } from './faults.ts'
import { brokenPictures } from './make-seeds.ts'
import { body, expect, ids, open, test } from './site.ts'

// Pages whose requests the test answers: a worker would make them out of its sight.
test.use({ serviceWorkers: 'block' })

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('a picture that cannot be had leaves a calm note, its caption and its address', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, `a/${brokenPictures.id}/`)
  const figure = body(page).locator('figure').first()
  await expect(figure.getByText('图片暂时无法显示')).toBeVisible()
  await expect(figure.getByText('pictures.example')).toBeVisible()
  await expect(figure.locator('figcaption')).toHaveText(brokenPictures.sized.caption)
  await expect(figure.locator('figcaption')).toBeVisible()
  const original = figure.getByRole('link', { name: '打开原图' })
  await expect(original).toHaveAttribute('href', brokenPictures.sized.address)
  await expect(original).toHaveAttribute('rel', /noreferrer/)

  // The note lies in the picture's own room: 800 to 500.
  const { width, height } = (await figure.locator('img').boundingBox())!
  expect(width / height).toBeCloseTo(1.6, 1)

  const unsized = body(page).locator('figure').nth(1)
  await unsized.scrollIntoViewIfNeeded()
  await expect(unsized.getByText('图片暂时无法显示')).toBeVisible()
  await expect(unsized.getByRole('link', { name: '打开原图' })).toHaveAttribute(
    'href',
    brokenPictures.unsized.address,
  )
  await expect(body(page)).toContainText('读到这里，文章依旧是完整的。')
  survived('N4 pictures of a host that is gone', 2, 'pictures')
})

test('another try brings the picture when its host is back', { tag: '@once' }, async ({ page }) => {
  let isUp = false
  await page.route('https://pictures.example/**', route =>
    isUp ? route.fulfill({ body: PNG, contentType: 'image/png' }) : route.abort(),
  )
  await open(page, `a/${brokenPictures.id}/`)
  const figure = body(page).locator('figure').first()
  const retry = figure.getByRole('button', { name: '重试' })
  await retry.click()
  await expect(figure.getByText('图片暂时无法显示')).toBeVisible()

  isUp = true
  await retry.click()
  await expect(figure.getByText('图片暂时无法显示')).toHaveCount(0)
  await expect(retry).toHaveCount(0)
  await expect.poll(() => naturalWidth(figure.locator('img'))).toBe(1)
  await expect(figure.locator('img')).toBeVisible()
  await expect(figure.locator('figcaption')).toBeVisible()
})

test('the note speaks English to an English reader', { tag: '@once' }, async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, locale: 'en-US' })
  await open(page, `a/${brokenPictures.id}/`)
  await expect(body(page).getByText('This picture cannot be shown now').first()).toBeVisible()
  await expect(body(page).getByRole('link', { name: 'Open original' }).first()).toBeVisible()
  await page.close()
})

test('pictures are asked for without saying where the reader is', { tag: '@once' }, async ({ page }) => {
  const referrers = new Map<string, string | undefined>()
  page.on('request', async request => {
    if (request.resourceType() !== 'image') return
    referrers.set(request.url(), (await request.allHeaders()).referer)
  })
  await page.route('https://zkres*.myzaker.com/**', route =>
    route.fulfill({ body: PNG, contentType: 'image/png' }),
  )
  for (const id of [ids.sample, ids.welcome]) {
    await open(page, `a/${id}/`)
    for (const image of await body(page).locator('img').all()) {
      await image.scrollIntoViewIfNeeded()
      await expect.poll(() => naturalWidth(image)).toBeGreaterThan(0)
    }
  }
  const asked = [...referrers.keys()].filter(url => /myzaker|\/pictures\//.test(url))
  expect(asked).toHaveLength(6)
  expect(asked.filter(url => referrers.get(url) !== undefined)).toEqual([])
})

test('a cover that cannot be had goes without a trace', { tag: '@once' }, async ({ page }) => {
  await open(page, 'c/新媒体/示例/图片/')
  const cover = page.getByRole('listitem').filter({ hasText: '不见了的图片' }).locator('img')
  await expect(cover).toBeHidden()
})

const naturalWidth = (image: Locator) => image.evaluate(element => (element as HTMLImageElement).naturalWidth)
