import type { Page } from 'playwright/test'
import { contrastsOf } from './contrast.ts'
import { body, expect, ids, open, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const LIGHT = 'rgb(251, 250, 247)'
const DARK = 'rgb(23, 22, 20)'

/** What browsers colour their own frame with. */
const frameColours = (page: Page) =>
  page
    .locator('meta[name="theme-color"]')
    .evaluateAll(metas => metas.map(meta => (meta as HTMLMetaElement).content))

/** Notes the theme at the moment the body begins: what the first paint will show. */
function noteFirstTheme() {
  new MutationObserver((_, observer) => {
    if (!document.body) return
    observer.disconnect()
    Object.assign(window, { firstTheme: document.documentElement.dataset.theme ?? 'none' })
  }).observe(document, { childList: true, subtree: true })
}

test('a theme applies at once and, next time, before the first paint', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(noteFirstTheme)
  await open(page, 'settings/')
  expect(await background(page)).toBe(LIGHT)
  await page.getByRole('radio', { name: '深色' }).check()
  await expect.poll(() => background(page)).toBe(DARK)
  for (const path of ['settings/', './', `a/${ids.welcome}/`]) {
    await open(page, path)
    expect(await page.evaluate(() => Reflect.get(window, 'firstTheme'))).toBe('dark')
    expect(await background(page)).toBe(DARK)
    await expect.poll(() => frameColours(page)).toEqual([DARK, DARK])
  }
  await open(page, 'settings/')
  await expect(page.getByRole('radio', { name: '深色' })).toBeChecked()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('radio', { name: '浅色' }).check()
  await expect.poll(() => background(page)).toBe(LIGHT)
})

/** Pairs of colours that stand on each other somewhere: 4.5:1, as WCAG 2.2 asks of text. */
const pairs = [
  'ink/paper',
  'ink/raised',
  'ink/sunk',
  'ink/mark',
  'ink/accent-soft',
  'quiet/paper',
  'quiet/raised',
  'quiet/sunk',
  'accent/paper',
  'accent/raised',
  'accent/sunk',
  'accent/accent-soft',
  'paper/accent',
]

/** The pairs whose contrast is too low. */
async function tooFaint(page: Page): Promise<string[]> {
  const contrasts = await contrastsOf(
    page,
    pairs.map(pair => pair.split('/') as [string, string]),
  )
  return pairs.flatMap((pair, index) => (contrasts[index]! < 4.5 ? [`${pair} ${contrasts[index]}`] : []))
}

test('every theme can be read, in every accent', { tag: '@once' }, async ({ page }) => {
  await open(page, 'settings/')
  const themes = page.getByRole('group', { name: '主题' }).getByRole('radio')
  await expect(themes).toHaveCount(6)
  for (const theme of await themes.all()) {
    await theme.check()
    expect(await tooFaint(page), (await theme.getAttribute('value'))!).toEqual([])
  }
  for (const theme of await themes.all()) {
    await theme.check()
    for (let hue = 0; hue < 360; hue += 15) {
      await page.getByRole('slider', { name: '强调色' }).fill(String(hue))
      expect.soft(await tooFaint(page), `${await theme.getAttribute('value')}, ${hue}°`).toEqual([])
    }
  }
})

test('all settings go back to their defaults, and that can be undone', { tag: '@once' }, async ({ page }) => {
  await open(page, 'settings/')
  await page.getByRole('radio', { name: '纸黄' }).check()
  await page.getByRole('slider', { name: '行距' }).fill('2.1')
  await page.getByRole('button', { name: '全部恢复默认' }).click()
  await expect(page.getByRole('radio', { name: '跟随系统' })).toBeChecked()
  await expect(page.getByRole('slider', { name: '行距' })).toHaveValue('1.85')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('radio', { name: '纸黄' })).toBeChecked()
  await expect(page.getByRole('slider', { name: '行距' })).toHaveValue('2.1')
})

test('the system’s theme is followed again after another', { tag: '@once' }, async ({ page }) => {
  await open(page, 'settings/')
  const before = await frameColours(page)
  await page.getByRole('radio', { name: '纸黄' }).check()
  await expect.poll(() => frameColours(page)).not.toEqual(before)
  await page.getByRole('radio', { name: '跟随系统' }).check()
  await expect.poll(() => frameColours(page)).toEqual(before)
})

test('the system’s theme is followed, while reading too', { tag: '@once' }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, `a/${ids.welcome}/`)
  expect(await background(page)).toBe(DARK)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => background(page)).toBe(LIGHT)
})

test('the size of the type is that of the article', { tag: '@once' }, async ({ page }) => {
  const size = async () => {
    await open(page, `a/${ids.welcome}/`)
    return body(page).evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))
  }
  const sizes = [await size()]
  for (const chosen of ['1.25', '2', '0.875']) {
    await open(page, 'settings/')
    await page.getByRole('slider', { name: '字号' }).fill(chosen)
    sizes.push(await size())
  }
  expect(sizes).toEqual([18, 20, 32, 14])
})

test('the language of the interface is the reader’s choice', { tag: '@once' }, async ({ page }) => {
  await open(page, 'settings/')
  await page.getByRole('radio', { name: 'English' }).check()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await expect(page).toHaveTitle('Settings - 拾页')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await open(page, `a/${ids.sample}/`)
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible()
  await expect(page.locator('article time')).toHaveText('Jul 12, 2021')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.sample)
  await expect(page.locator('article')).toHaveAttribute('lang', 'zh-CN')
})

test.describe('in an English browser', () => {
  test.use({ locale: 'en-GB' })
  test('the interface is English until Chinese is chosen', { tag: '@once' }, async ({ page }) => {
    await open(page, './')
    await expect(page.getByRole('heading', { name: 'Latest' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('radio', { name: '简体中文' }).check()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  })
})

test('two tabs wear the same theme', { tag: '@once' }, async ({ page, context }) => {
  await open(page, './')
  const other = await context.newPage()
  await open(other, 'settings/')
  await other.getByRole('radio', { name: '深色' }).check()
  await expect.poll(() => background(page)).toBe(DARK)
})

test('without a place to keep them settings hold until the tab is closed', { tag: '@once' }, async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  )
  await open(page, 'settings/')
  await page.getByRole('radio', { name: '深色' }).check()
  await expect.poll(() => background(page)).toBe(DARK)
  await page.getByRole('banner').getByRole('link', { name: '拾页' }).click()
  await expect(page.getByRole('heading', { name: '最新' })).toBeVisible()
  expect(await background(page)).toBe(DARK)
  await open(page, `a/${ids.welcome}/`)
  await expect(body(page)).toContainText('这里没有账号')
})
