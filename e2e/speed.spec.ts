import type { Page } from 'playwright/test'
import { huge } from './make-seeds.ts'
import { expectRecorded, press } from './reading.ts'
import { body, expect, frames, ids, notice, open, test } from './site.ts'

// Requests are counted and held back: a worker would make them out of the test's sight.
test.use({ serviceWorkers: 'block' })

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Answers for the host of the long article's pictures, and says which were asked for. */
async function servePictures(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route(`${huge.host}**`, route => {
    asked.push(route.request().url())
    return route.fulfill({ body: PNG, contentType: 'image/png' })
  })
  return asked
}

const paragraph = (page: Page, number: number) =>
  body(page)
    .locator('p')
    .filter({ hasText: new RegExp(`^第 ?${number} ?段`) })

/** Scrolls to a paragraph until it is there: what comes into view on the way may turn out higher than it was taken for. */
async function goTo(page: Page, number: number): Promise<void> {
  await expect(async () => {
    await paragraph(page, number).evaluate(element => {
      const { bottom } = element.closest('.article-part')!.getBoundingClientRect()
      const top = Math.min(element.getBoundingClientRect().top, bottom - 1)
      scrollBy({ top: top - 91, behavior: 'instant' })
    })
    await frames(page)
    expect(await numberAtLine(page)).toBe(number)
  }).toPass()
}

/** The numbers of all paragraphs, in the order of the document. */
const numbers = (page: Page) =>
  body(page).evaluate(element =>
    [...element.querySelectorAll('p')].map(({ textContent }) =>
      Number(/^第 ?(\d+) ?段/.exec(textContent!)?.[1]),
    ),
  )

const inOrder = Array.from({ length: huge.paragraphs }, (_, index) => index + 1)

const openFromList = async (page: Page) => {
  await open(page, `c/${huge.names.join('/')}/`)
  await page.getByRole('main').getByRole('link', { name: huge.title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(huge.title)
}

/** The number of the paragraph at the line below the header, as it is shown: what is not, may claim to be anywhere. */
const numberAtLine = (page: Page) =>
  page.evaluate(() => {
    let shown: Element | null | undefined
    for (let line = 97; !shown && line < 160; line += 4)
      shown = document.elementFromPoint(innerWidth / 2, line)?.closest('[data-article-body] p')
    return Number(/^第 ?(\d+) ?段/.exec(shown?.textContent ?? '')?.[1])
  })

/** Expects that a paragraph is at the line, and that nothing brings another there: parts take their heights one by one. */
async function expectRestAt(page: Page, number: number): Promise<void> {
  const numbers = async () => {
    const first = await numberAtLine(page)
    for (let pairs = 0; pairs < 20; pairs++) await frames(page)
    return [first, await numberAtLine(page)]
  }
  await expect.poll(numbers).toEqual([number, number])
}

for (const [way, openHuge] of Object.entries({
  'by its address': (page: Page) => open(page, `a/${huge.id}/`),
  'from the list': openFromList,
}))
  test.describe(`a long article opened ${way}`, () => {
    test('has every paragraph, in order', { tag: '@once' }, async ({ page }) => {
      await servePictures(page)
      await openHuge(page)
      await expect(body(page).locator('p')).toHaveCount(huge.paragraphs, { timeout: 30_000 })
      expect(await numbers(page)).toEqual(inOrder)
      await expect(body(page).locator('img')).toHaveCount(huge.paragraphs / 10)
    })

    test('asks for the pictures near the reader only', { tag: '@once' }, async ({ page }) => {
      const asked = await servePictures(page)
      await openHuge(page)
      await expect(body(page).locator('p')).toHaveCount(huge.paragraphs, { timeout: 30_000 })
      await expect.poll(() => asked.length).toBeGreaterThan(0)
      await frames(page)
      expect(asked.length).toBeLessThan(40)
      expect(asked[0]).toBe(`${huge.host}1.png`)
      await goTo(page, 15_001)
      await expect.poll(() => asked).toContain(`${huge.host}15001.png`)
      expect(asked.length).toBeLessThan(120)
    })

    test('leads to its note and back', { tag: '@once' }, async ({ page }) => {
      await servePictures(page)
      await openHuge(page)
      await page.getByRole('link', { name: '见注' }).click()
      await expect(page).toHaveURL(/#in-note$/)
      await expect(paragraph(page, huge.note)).toBeInViewport()
      await page.goBack()
      await expect(page.getByRole('link', { name: '见注' })).toBeInViewport()
    })

    test('sets its text wherever the reader goes', { tag: '@once' }, async ({ page }) => {
      await servePictures(page)
      await openHuge(page)
      await expect(paragraph(page, 1)).toContainText('“引文”')
      await expect(body(page).locator('p')).toHaveCount(huge.paragraphs, { timeout: 30_000 })
      await goTo(page, 12_345)
      await expect(paragraph(page, 12_345)).toContainText('“引文”')
    })

    test('opens again where it was left', { tag: '@once' }, async ({ page }) => {
      await servePictures(page)
      await openHuge(page)
      await expect(body(page).locator('p')).toHaveCount(huge.paragraphs, { timeout: 30_000 })
      await expectRecorded(page, 1)
      await goTo(page, 8000)
      await press(page, page.getByRole('banner').getByRole('link', { name: '历史' }))
      await page.getByRole('main').getByRole('link', { name: huge.title }).click()
      await expectRestAt(page, 8000)
      await page.reload()
      await expectRestAt(page, 8000)
    })
  })

test('an address with a place in a long article leads there', { tag: '@once' }, async ({ page }) => {
  await servePictures(page)
  await page.goto(`a/${huge.id}/#in-note`)
  await expect(paragraph(page, huge.note)).toBeInViewport()
})

test('a long article can be searched by the browser', { tag: '@once' }, async ({ page }) => {
  await servePictures(page)
  await open(page, `a/${huge.id}/`)
  const isFound = await page.evaluate(
    text => (window as unknown as { find(text: string): boolean }).find(text),
    '17654 段',
  )
  expect(isFound).toBe(true)
  await expect(paragraph(page, 17_654)).toBeInViewport()
})

test('nothing holds up the first paint but one style sheet', { tag: '@once' }, async ({ page }) => {
  for (const path of ['./', `a/${ids.sample}/`, 'settings/']) {
    await open(page, path)
    const blocking = await page.evaluate(() =>
      (
        performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
          renderBlockingStatus: string
        })[]
      )
        .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
        .map(({ name }) => name),
    )
    expect(blocking, path).toEqual([expect.stringMatching(/\/assets\/[^/]+\.css$/)])
  }
})

test('the first picture is here before a script is asked for', { tag: '@once' }, async ({ page }) => {
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  let answer = () => {}
  const isAsked = new Promise<void>(resolve => {
    void page.route('**/*_1024.jpg', async route => {
      resolve()
      await new Promise<void>(go => {
        answer = go
      })
      await route.fulfill({ body: PNG, contentType: 'image/png' })
    })
  })
  const scripts = () => asked.filter(url => /\/assets\/.*\.js$/.test(url))
  await page.goto(`a/${ids.sample}/`, { waitUntil: 'commit' })
  await isAsked
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await frames(page)
  expect(scripts()).toEqual([])
  answer()
  await expect.poll(scripts).not.toEqual([])
})

test('what the reader does brings the app before the first picture', { tag: '@once' }, async ({ page }) => {
  await page.route('**/*_1024.jpg', () => {}) // never answered
  await page.goto(`a/${ids.sample}/`, { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const script = page.waitForRequest(/\/assets\/.*\.js$/)
  await page.mouse.move(100, 100)
  await page.mouse.move(120, 120)
  await script
})

test.describe('while the app is on its way', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('a button that is pressed does its work once the app is there', { tag: '@once' }, async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }))
    let release = () => {}
    const isReleased = new Promise<void>(resolve => {
      release = resolve
    })
    await page.route(/\/assets\/.*\.js$/, async route => {
      await isReleased
      await route.continue()
    })
    await page.goto(`a/${ids.welcome}/`, { waitUntil: 'commit' })
    await page.getByRole('button', { name: '分享' }).click()
    await expect(notice(page, '链接已复制')).toHaveCount(0)
    release()
    await expect(notice(page, '链接已复制')).toBeVisible()
  })

  test('a link leads where it says', { tag: '@once' }, async ({ page }) => {
    await page.route(/\/assets\/.*\.js$/, () => {}) // never answered
    await page.goto('./', { waitUntil: 'commit' })
    await page.getByRole('banner').getByRole('link', { name: '分类' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('全部文章')
  })
})
