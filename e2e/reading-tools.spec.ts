import type { Page } from 'playwright/test'
import { body, expect, frames, ids, open, test } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const bar = (page: Page) => page.getByRole('toolbar', { name: '阅读工具' })
const panel = (page: Page, name: string) => page.getByRole('dialog', { name })

async function openTool(page: Page, name: string) {
  await bar(page).getByRole('button', { name }).click()
  await expect(panel(page, name)).toBeFocused()
}

test('the contents lead to a heading and mark where the reader is', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await openTool(page, '目录')
  const items = panel(page, '目录').getByRole('listitem')
  const headings = body(page).getByRole('heading')
  await expect(items).toHaveCount((await headings.count()) + 1)
  const heading = headings.nth(6)
  const text = (await heading.textContent())!
  await panel(page, '目录').getByRole('button', { name: text, exact: true }).click()
  await expect(panel(page, '目录')).toBeHidden()
  await expect(heading).toBeFocused()
  await expect.poll(async () => Math.round((await heading.boundingBox())!.y)).toBe(80)
  await openTool(page, '目录')
  await expect(panel(page, '目录').locator('[aria-current]')).toHaveText(text)
  await expect(panel(page, '目录')).toContainText(/读到 \d+%，大约还剩 \d+ 分钟/)
})

test('an article without headings says so', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.sample}/`)
  await openTool(page, '目录')
  await expect(panel(page, '目录')).toContainText('这篇文章没有小标题')
  await page.keyboard.press('Escape')
  await expect(panel(page, '目录')).toBeHidden()
  await expect(bar(page).getByRole('button', { name: '目录' })).toBeFocused()
})

test('the look changes while the text is in sight, and stays', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  const look = () =>
    body(page)
      .locator('p')
      .first()
      .evaluate(element => {
        const { fontSize, lineHeight, letterSpacing, textIndent, fontFamily, marginBottom } =
          getComputedStyle(element)
        return { fontSize, lineHeight, letterSpacing, textIndent, fontFamily, marginBottom }
      })
  const before = await look()
  await openTool(page, '阅读设置')
  for (const [name, value] of Object.entries({
    字号: '1.5',
    行距: '2',
    字距: '0.05',
    段距: '0.5',
  }))
    await panel(page, '阅读设置').getByRole('slider', { name }).fill(value)
  await panel(page, '阅读设置').getByRole('radio', { name: '楷体' }).check()
  await panel(page, '阅读设置')
    .getByRole('group', { name: '段首空两字' })
    .getByRole('radio', { name: '开' })
    .check()
  const chosen = await look()
  expect(chosen).toMatchObject({
    fontSize: '24px',
    lineHeight: '48px',
    letterSpacing: '1.2px',
    marginBottom: '12px',
    textIndent: '48px',
  })
  expect(chosen.fontFamily).toContain('Kaiti')
  const heading = body(page).getByRole('heading').first()
  expect(await heading.evaluate(element => getComputedStyle(element).textIndent)).toBe('0px')
  await page.reload()
  expect(await look()).toEqual(chosen)
  await openTool(page, '阅读设置')
  await panel(page, '阅读设置').getByRole('button', { name: '恢复默认' }).click()
  expect(await look()).toEqual(before)
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await look()).toEqual(chosen)
})

test('a press elsewhere closes a panel, a press on the text does nothing else', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, `a/${ids.long}/`)
  await openTool(page, '更多')
  await page.mouse.click(400, 200)
  await expect(panel(page, '更多')).toBeHidden()
  expect(new URL(page.url()).hash).toBe('')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('Back closes a panel and leaves the article where it is', { tag: '@once' }, async ({ page }) => {
    // What a phone does with Back: it asks the watcher that came last to close.
    await page.addInitScript(() => {
      const watchers: { requestClose(): void }[] = []
      const original = Reflect.get(window, 'CloseWatcher')
      class Kept extends original {
        constructor() {
          super()
          watchers.push(this as unknown as (typeof watchers)[0])
        }
      }
      Object.assign(window, { CloseWatcher: Kept, pressBack: () => watchers.at(-1)?.requestClose() })
    })
    await open(page, `a/${ids.long}/`)
    const entries = await page.evaluate(() => history.length)
    for (const name of ['目录', '阅读设置']) {
      await openTool(page, name)
      await page.evaluate(() => (window as unknown as { pressBack(): void }).pressBack())
      await expect(panel(page, name)).toBeHidden()
    }
    await expect(page).toHaveURL(new RegExp(`/a/${ids.long}/$`))
    expect(await page.evaluate(() => history.length)).toBe(entries)
  })

  test('the bar leaves the text alone while the reader reads on', { tag: '@once' }, async ({ page }) => {
    await open(page, `a/${ids.long}/`)
    const isInView = () => bar(page).evaluate(element => element.getBoundingClientRect().top < innerHeight)
    await expect.poll(isInView).toBe(true)
    await page.mouse.wheel(0, 1500)
    await expect.poll(isInView).toBe(false)
    await page.mouse.wheel(0, -200)
    await expect.poll(isInView).toBe(true)
    await page.mouse.wheel(0, 1000)
    await expect.poll(isInView).toBe(false)
    // Whoever goes there with the keyboard sees it.
    await bar(page).getByRole('button', { name: '目录' }).focus()
    await expect.poll(isInView).toBe(true)
    await page.mouse.wheel(0, 100_000)
    await expect(bar(page)).toContainText('读完')
    await bar(page).getByRole('button', { name: '更多' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '回到开头' }).click()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  })
})

test('rare characters say how they are read, on demand', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await body(page).evaluate(element => {
    const paragraph = document.createElement('p')
    paragraph.textContent = '落霞与孤鹜齐飞，好一位饕餮之徒。'
    element.prepend(paragraph)
  })
  const first = body(page).locator('p').first()
  const pinyin = async () => {
    await openTool(page, '更多')
    await panel(page, '更多').getByRole('button', { name: '生僻字注音' }).click()
  }
  await pinyin()
  await expect(first.locator('rt')).toHaveText(['wù', 'tāo', 'tiè'])
  await page.reload()
  // A setting that stays: the article's own text gets its annotations too, but for words that have some.
  await expect(body(page).locator('ruby rt').first()).toBeAttached()
  await pinyin()
  await expect(body(page).locator('rt[lang="zh-Latn-pinyin"]')).toHaveCount(0)
})

test('the text goes by itself, slower or faster, until its end', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await openTool(page, '更多')
  await panel(page, '更多').getByRole('button', { name: '自动滚动' }).click()
  const strip = page.getByRole('region', { name: '自动滚动' })
  const place = () => page.evaluate(() => scrollY)
  await expect(strip).toContainText('每分钟 13 行')
  await strip.getByRole('button', { name: '快一点' }).click()
  await expect(strip).toContainText('每分钟 16 行')
  const begin = await place()
  await expect.poll(place).toBeGreaterThan(begin + 10)
  await strip.getByRole('button', { name: '暂停' }).click()
  const paused = await place()
  await frames(page)
  expect(await place()).toBe(paused)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight - innerHeight - 20))
  await strip.getByRole('button', { name: '继续' }).click()
  await expect(strip.getByRole('button', { name: '继续' })).toBeVisible()
  await strip.getByRole('button', { name: '关闭' }).click()
  await expect(strip).toBeHidden()
})

test('the ruler leaves a few lines bright, at the mouse', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await openTool(page, '更多')
  await panel(page, '更多').getByRole('button', { name: '阅读尺' }).click()
  const ruler = page.locator('.reading-ruler')
  await expect(ruler).toBeVisible()
  await page.mouse.move(500, 420)
  const middle = async () => {
    const { y, height } = (await ruler.boundingBox())!
    return Math.round(y + height / 2)
  }
  await expect.poll(middle).toBe(420)
  // It takes no press away from the page.
  await openTool(page, '更多')
  await panel(page, '更多').getByRole('button', { name: '阅读尺' }).click()
  await expect(ruler).toBeHidden()
})
