import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { paged, pagedId, pagedTitle, scroll } from './make-seeds.ts'
import { arrived, expectRecorded } from './reading.ts'
import { articleLink, expect, frames, ids, notice, open, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

const LIST = `c/${paged.names.join('/')}/`

const help = (page: Page) => page.getByRole('dialog', { name: '按键一览' })
const palette = (page: Page) => page.getByRole('dialog', { name: '命令面板' })
const field = (page: Page) => palette(page).getByRole('combobox')
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Opens a page and waits until keys do something: they come when it is at rest. */
async function openWithKeys(page: Page, path: string): Promise<void> {
  await open(page, path)
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(help(page)).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(help(page)).toBeHidden()
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('a reader gets from home to a list, through its articles and back, by keys', { tag: '@once' }, async ({
  page,
}) => {
  await openWithKeys(page, './')
  await press(page, 'j')
  await expect(articleLink(page, titles.welcome)).toBeFocused()
  await press(page, 'g', 'c')
  await expect(page).toHaveURL('categories/')

  await page.goto(LIST)
  await openWithKeys(page, LIST)
  await press(page, 'j', 'j', 'j', 'k')
  await expect(articleLink(page, pagedTitle(2))).toBeFocused()
  await press(page, 'o')
  await expect(heading(page)).toHaveText(pagedTitle(2))
  await press(page, 'j')
  await expect(heading(page)).toHaveText(pagedTitle(3))
  // A key that stays down does not race through them.
  await page.keyboard.down('l')
  await page.keyboard.down('l')
  await page.keyboard.up('l')
  await expect(heading(page)).toHaveText(pagedTitle(4))
  await press(page, 'h')
  await expect(heading(page)).toHaveText(pagedTitle(3))

  // Over all articles back to the list, which goes on from the one that was read last.
  await press(page, 'g', 'b')
  await expect(page).toHaveURL(LIST)
  await expect(articleLink(page, pagedTitle(3))).toBeInViewport()
  await arrived(page)
  await press(page, 'j')
  await expect(articleLink(page, pagedTitle(4))).toBeFocused()
  await press(page, 'Escape')
  await expect(articleLink(page, pagedTitle(4))).not.toBeFocused()
  await press(page, 'g', 'h')
  await expect(page).toHaveURL('./')
})

test('a list goes on under the keys as far as it is long', { tag: '@once' }, async ({ page }) => {
  await openWithKeys(page, `c/${scroll.name}/`)
  // By its row: some hold several articles that say the same.
  const row = (index: number) =>
    page.locator(`main li[data-index="${index}"]`).getByRole('heading').getByRole('link')
  for (let index = 0; index < 50; index++) {
    await press(page, 'j')
    await expect(row(index)).toBeFocused()
    await expect(row(index)).toBeInViewport({ ratio: 1 })
  }
  await press(page, 'k', 'k')
  await expect(row(47)).toBeFocused()
})

test('Space goes to the end of an article, and on to the next', { tag: '@once' }, async ({ page }) => {
  await openWithKeys(page, `a/${pagedId(7)}/`)
  await expect(async () => {
    await press(page, 'Space')
    await expect(heading(page)).toHaveText(pagedTitle(8), { timeout: 500 })
  }).toPass()
})

test('an article is marked as read and saved by keys, and either is taken back', { tag: '@once' }, async ({
  page,
}) => {
  await openWithKeys(page, LIST)
  await press(page, 'j', 'm')
  await expect(notice(page, '已标为已读')).toBeVisible()
  const row = page.locator('.entry').first()
  await expect(row).toHaveAttribute('data-read')
  await press(page, 'z')
  await expect(row).not.toHaveAttribute('data-read')
  await press(page, 'm')
  await expect(row).toHaveAttribute('data-read')
  // Those that are unread, and all again: it stands in the address.
  await press(page, 'u')
  await expect(page).toHaveURL(`${LIST}?unread`)
  await expect(articleLink(page, pagedTitle(1))).toHaveCount(0)
  await press(page, 'j')
  await expect(articleLink(page, pagedTitle(2))).toBeFocused()
  await press(page, 'u')
  await expect(page).toHaveURL(LIST)
  await expect(articleLink(page, pagedTitle(1))).toBeVisible()
  await press(page, 'Escape', 'j', 's')
  await expect(notice(page, '已存到稍后读')).toBeVisible()
  await press(page, 'Control+k')
  await field(page).fill(pagedTitle(1))
  await expect(palette(page).getByRole('group', { name: '稍后读' }).getByRole('option')).toHaveCount(1)
  await press(page, 'Escape', 's')
  await expect(notice(page, '已从稍后读移出')).toBeVisible()
})

test('the original opens in a tab of its own', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    window.open = (...how) => Reflect.set(window, 'opened', how) as never
  })
  await openWithKeys(page, `a/${ids.linked}/`)
  const original = await page.getByRole('link', { name: '阅读原文' }).getAttribute('href')
  await press(page, 'v')
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'opened')))
    .toEqual([original, '_blank', 'noopener,noreferrer'])
})

test('keys are changed, told of when they are taken, and reset', { tag: '@once' }, async ({ page }) => {
  await openWithKeys(page, LIST)
  await press(page, '?')
  const next = help(page).getByRole('button', { name: /更改“下一条/ })
  await next.click()
  await expect(next).toHaveText(/请按新的键/)
  await press(page, 'n')
  await expect(next).toHaveText('n')

  // A key that another command has.
  await next.click()
  await press(page, 'k')
  await expect(help(page).getByText(/k 现在是“上一条.*的按键/)).toBeVisible()
  await help(page).getByRole('button', { name: '不改' }).click()
  await expect(next).toHaveText('n')
  await expect(next).toBeFocused()
  await next.click()
  await press(page, 'k', 'Enter')
  await expect(next).toHaveText('k')
  await expect(help(page).getByRole('button', { name: /更改“上一条.*现在是 无/ })).toBeVisible()

  // Two keys, none, and Escape, which leaves only the question.
  const home = help(page).getByRole('button', { name: /更改“首页”/ })
  await home.click()
  await press(page, 'g', 'w')
  await expect(home).toHaveText('gw')
  await home.click()
  await press(page, 'Backspace')
  await expect(home).toHaveText('无')
  await home.click()
  await press(page, 'Escape')
  await expect(help(page)).toBeVisible()

  await press(page, 'Escape')
  await page.reload()
  await openWithKeys(page, LIST)
  await press(page, 'j')
  await expect(page.locator('main li :focus')).toHaveCount(0)
  await press(page, 'k')
  await expect(articleLink(page, pagedTitle(1))).toBeFocused()

  await press(page, '?')
  await help(page).getByRole('button', { name: '恢复默认按键' }).click()
  await expect(next).toHaveText('j')
  await help(page).getByRole('button', { name: '撤销', exact: true }).click()
  await expect(next).toHaveText('k')
})

test('single keys can be turned off; the palette stays', { tag: '@once' }, async ({ page }) => {
  await openWithKeys(page, 'settings/')
  await page.getByRole('group', { name: '单键快捷键' }).getByText('关').click()
  await page.getByRole('heading', { level: 1 }).click()
  await press(page, 'g', 'h', '?')
  await press(page, 'Control+k')
  await expect(palette(page)).toBeVisible()
  await press(page, 'Escape')
  await expect(page).toHaveURL('settings/')
  await expect(help(page)).toBeHidden()
  await page.getByRole('button', { name: '查看和更改按键' }).click()
  await expect(help(page)).toBeVisible()
})

test('fields, input methods and keys of the browser are left alone', { tag: '@once' }, async ({ page }) => {
  await openWithKeys(page, 'history/')
  await press(page, '/')
  const search = page.getByRole('searchbox')
  await expect(search).toBeFocused()
  await page.keyboard.type('jkhl?gh')
  await expect(search).toHaveValue('jkhl?gh')
  await expect(help(page)).toBeHidden()
  await press(page, 'Control+a', 'Delete', 'Escape')
  await expect(search).not.toBeFocused()
  await press(page, 'Control+h', 'Alt+j', 'Meta+s')
  await page.evaluate(() => {
    for (const how of [{ isComposing: true }, { keyCode: 229 }, { ctrlKey: true }])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, ...how }))
  })
  await frames(page)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL('history/')
  // It is the character that counts, wherever it lies on the keyboard, and in its wide form too.
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '？', code: 'KeyM', bubbles: true })),
  )
  await expect(help(page)).toBeVisible()
})

test('pages keep their keys, and the last leads on', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    localStorage['shiye.settings'] = '{"flow":"paged"}'
  })
  await openWithKeys(page, `a/${pagedId(7)}/`)
  await expect(page.locator('html')).toHaveAttribute('data-way', 'paged')
  await press(page, 'End', 'Space')
  await expect(heading(page)).toHaveText(pagedTitle(8))
})

test('the palette opens a category, sets a theme, and gives the focus back', { tag: '@once' }, async ({
  page,
}) => {
  await openWithKeys(page, './')
  await press(page, 'j', 'Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('深色')
  await expect(option(page, '主题：深色')).toHaveAttribute('aria-selected', 'true')
  await press(page, 'Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(articleLink(page, titles.welcome)).toBeFocused()

  await press(page, 'Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('示例 分页')
  const category = option(page, paged.names.join(' / '))
  await expect(category).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await category.getAttribute('id'))!)
  await press(page, 'Enter')
  await expect(heading(page)).toHaveText(paged.names.at(-1)!)

  await press(page, 'Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('没有这样的命令')
  await expect(palette(page).getByRole('option')).toHaveText(['搜索“没有这样的命令”'])
  await press(page, 'Control+k')
  await expect(palette(page)).toBeHidden()
})

test('on a phone the palette is among the tools, and knows what was read', { tag: '@once' }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `a/${ids.welcome}/`)
  await expectRecorded(page, 1)
  await open(page, `a/${ids.long}/`)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '命令面板' }).click()
  await expect(option(page, '目录')).toBeVisible()
  await option(page, titles.welcome).click()
  await expect(heading(page)).toHaveText(titles.welcome)
  await expect(palette(page)).toBeHidden()
})

for (const [name, key, dialog] of [
  ['the palette', 'Control+k', palette],
  ['the help', '?', help],
] as const)
  test(`axe finds nothing on ${name}`, { tag: '@once' }, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openWithKeys(page, `a/${ids.long}/`)
    await press(page, key)
    await expect(dialog(page)).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await frames(page)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 150)}`)).toEqual([])
    }
  })
