import type { Page } from 'playwright/test'
import { typography } from './make-seeds.ts'
import { articleLink, body, expect, ids, open, test } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

// Pictures are there: a note in the place of one would be text too.
test.beforeEach(({ context }) =>
  context.route(/myzaker\.com|pictures\.example/, route =>
    route.fulfill({ body: PNG, contentType: 'image/png' }),
  ),
)

const seedBody = async (page: Page, id: string): Promise<string> =>
  ((await (await page.request.get(`data/a/${id}.json`)).json()) as { body: string }).body

/** The body as it is shown, without the names that pictures get as buttons. */
const shownHtml = (page: Page) =>
  body(page).evaluate(element => {
    const copy = element.cloneNode(true) as Element
    for (const image of copy.querySelectorAll('img')) {
      if (image.dataset.unnamed !== undefined) image.alt = ''
      for (const name of ['data-unnamed', 'tabindex', 'role', 'aria-haspopup', 'aria-label'])
        image.removeAttribute(name)
    }
    return copy.innerHTML
  })

test('the sample is set as a book would, and its seed stays as it is', { tag: '@once' }, async ({
  page,
  request,
}) => {
  await open(page, `a/${ids.sample}/`)
  await expect(body(page)).toContainText('提出“以更大力度谋划和推进自由贸易试验区高质量发展”。')
  await expect(body(page)).toContainText('“更大力度”“高质量发展”，道出了')
  await expect(body(page).locator('> p').first()).toHaveText(/^7月9日，/)
  await expect(body(page).locator('figcaption').first()).toHaveText(/^2021年6月3日/)
  expect(await body(page).textContent()).not.toContain('"')
  expect(await (await request.get(`a/${ids.sample}/`)).text()).toContain(
    '<p>" 更大力度 "" 高质量发展 "，道出了',
  )
  expect(await seedBody(page, ids.sample)).toContain('<p>" 更大力度 "" 高质量发展 "，道出了')
})

test('every rule does its work, and code, addresses and other languages are left alone', {
  tag: '@once',
}, async ({ page }) => {
  const expected = [
    '他提出“更大的耐心”，并在7月9日（周五）写道：好……',
    '运行 echo " 原样 " , 7 月 即可——见 https://a.example/路径?甲,乙。',
    '第 1 行, " 原样 "',
    'The word " 中文 " , as it stands 7 月.',
    'He said "yes", and left (at 10:30).',
    '图：“渡口”的7月',
  ]
  const texts = () => body(page).evaluate(element => [...element.children].map(each => each.textContent))
  await open(page, `a/${typography.id}/`)
  expect(await texts()).toEqual(expected)
  await expect(body(page).locator('b')).toHaveText('耐心”')

  await open(page, 'c/新媒体/示例/排版/')
  await articleLink(page, '引号 " 与 " 标点').click()
  await expect(body(page)).toBeVisible()
  expect(await texts()).toEqual(expected)
})

test('off means the text of the seed, at once and next time; on again the same', { tag: '@once' }, async ({
  page,
  context,
}) => {
  await open(page, `a/${ids.sample}/`)
  const set = await shownHtml(page)
  const settings = await context.newPage()
  await open(settings, 'settings/')
  const choose = (name: string) =>
    settings.getByRole('group', { name: '中文排版' }).getByRole('radio', { name }).check()
  await choose('照原文')
  await expect.poll(() => shownHtml(page)).toBe(await seedBody(page, ids.sample))
  await choose('规整')
  await expect.poll(() => shownHtml(page)).toBe(set)
  await choose('照原文')
  await page.reload()
  expect(await shownHtml(page)).toBe(await seedBody(page, ids.sample))
  await expect(settings.getByRole('radio', { name: '照原文' })).toBeChecked()
})

test('an article that is left and opened again begins with the text of its seed', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, `a/${ids.sample}/`)
  await page.getByRole('banner').getByRole('link', { name: '设置' }).click()
  await page.getByRole('radio', { name: '照原文' }).check()
  await page.goBack()
  await expect(body(page)).toContainText('提出 " 以更大力度谋划')
  expect(await shownHtml(page)).toBe(await seedBody(page, ids.sample))
})

test('what is copied is what is shown', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.sample}/`)
  const copied = await body(page)
    .locator('> p')
    .first()
    .evaluate(element => {
      getSelection()!.selectAllChildren(element)
      return String(getSelection())
    })
  expect(copied).toContain('7月9日，习近平总书记')
  expect(copied).toContain('提出“以更大力度')
})

test('text is set before it is painted, on a slow device and a slow line too', { tag: '@once' }, async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({
    baseURL,
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  })
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: 60_000,
    uploadThroughput: 60_000,
  })
  await page.addInitScript(() => {
    const shifts: string[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        sources: { node: Node | null }[]
      })[])
        shifts.push(`${entry.value}: ${entry.sources.map(({ node }) => node?.textContent?.slice(0, 40))}`)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const id of [ids.sample, typography.id]) {
    await open(page, `a/${id}/`)
    await expect(body(page)).toContainText('“')
    await page.mouse.wheel(0, 3000)
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([])
  }
  await page.close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the text is the seed’s', { tag: '@once' }, async ({ page }) => {
    await page.goto(`a/${ids.sample}/`)
    await expect(body(page)).toContainText('" 更大力度 "" 高质量发展 "，道出了')
  })
})
