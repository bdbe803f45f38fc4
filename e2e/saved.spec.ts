import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, ids, notice, open, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const tools = (page: Page) => page.getByRole('toolbar', { name: '阅读工具' })
const saveButton = (page: Page) => tools(page).getByRole('button', { name: '稍后读', exact: true })
const rows = (page: Page) => page.locator('.saved-list > li')
const row = (page: Page, title: string) => rows(page).filter({ hasText: title })

/** Saves articles from their pages, the last first in the list. */
async function save(page: Page, ...articles: string[]): Promise<void> {
  for (const id of articles) {
    await open(page, `a/${id}/`)
    await saveButton(page).click()
    await expect(saveButton(page)).toHaveAttribute('aria-pressed', 'true')
  }
}

/** Gives an article of the list a label that there is not yet. */
async function label(page: Page, title: string, name: string): Promise<void> {
  await row(page, title)
    .getByRole('button', { name: `《${title}》的标签` })
    .click()
  await row(page, title).getByRole('textbox', { name: '新标签' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(row(page, title).getByRole('button', { name, exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.press('Escape')
  await expect(row(page, title).getByRole('button', { name: `《${title}》的标签` })).toBeFocused()
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
  }
}

test('an article is saved with a label, found by it, taken out and brought back', { tag: '@once' }, async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  await open(other, 'saved/')
  await expect(other.getByText('还没有留着稍后读的文章')).toBeVisible()

  await save(page, ids.welcome, ids.long)
  // No worker keeps it, so nothing is promised.
  await expect(notice(page, /^已存到稍后读(?!，)/)).toBeVisible()
  await page.getByRole('button', { name: '加标签' }).click()
  const panel = page.getByRole('dialog', { name: '标签' })
  await panel.getByRole('textbox', { name: '新标签' }).fill(' 周末 ')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: '周末', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  // The other tab knows it already.
  await expect(rows(other)).toHaveText([new RegExp(titles.long), new RegExp(titles.welcome)])
  await expect(other.getByText(/2 篇 · 读完还要 \d+ 分钟/)).toBeVisible()
  await label(other, titles.welcome, '慢慢看')
  await expectAccessible(other)

  const filter = other.getByRole('search')
  await filter.getByRole('button', { name: '周末 1' }).click()
  await expect(rows(other)).toHaveText([new RegExp(titles.long)])
  await other.reload()
  await expect(rows(other)).toHaveText([new RegExp(titles.long)])
  await filter.getByRole('button', { name: '周末 1' }).click()
  await filter.getByRole('searchbox').fill('欢迎')
  await expect(rows(other)).toHaveText([new RegExp(titles.welcome)])
  await filter.getByRole('searchbox').fill('')
  await filter.getByRole('combobox', { name: '顺序' }).selectOption('最早在前')
  await expect(rows(other)).toHaveText([new RegExp(titles.welcome), new RegExp(titles.long)])

  await other.getByRole('button', { name: `移出《${titles.welcome}》` }).click()
  await expect(rows(other)).toHaveCount(1)
  await expect(row(other, titles.long).getByRole('link')).toBeFocused()
  await other.getByRole('button', { name: '撤销' }).click()
  await expect(row(other, titles.welcome)).toContainText('慢慢看')

  await saveButton(page).click()
  await expect(saveButton(page)).toHaveAttribute('aria-pressed', 'false')
  await expect(rows(other)).toHaveCount(1)
})

test('several saved articles are labelled, marked and taken out at once', { tag: '@once' }, async ({
  page,
}) => {
  await save(page, ids.welcome, ids.long, ids.window)
  await open(page, 'saved/')
  await page.getByRole('button', { name: '选择', exact: true }).click()
  await page.getByRole('checkbox', { name: `选择《${titles.long}》` }).check()
  await page.getByRole('checkbox', { name: `选择《${titles.window}》` }).check()
  const bar = page.getByRole('region', { name: '所选文章' })
  await expect(bar.getByText('已选 2 篇')).toBeVisible()
  await bar.getByRole('button', { name: '标签' }).click()
  await bar.getByRole('textbox', { name: '新标签' }).fill('长文')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('search').getByRole('button', { name: '长文 2' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: '标为已读' }).click()
  await page.getByRole('search').getByRole('button', { name: '已读', exact: true }).click()
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('没有找到')).toBeVisible()
  await page.getByRole('button', { name: '显示全部' }).click()
  await bar.getByRole('button', { name: '全选' }).click()
  await bar.getByRole('button', { name: '移出' }).click()
  await expect(page.getByText('还没有留着稍后读的文章')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(rows(page)).toHaveCount(3)
})

test('a label is renamed and deleted for all its articles', { tag: '@once' }, async ({ page }) => {
  await save(page, ids.welcome, ids.long)
  await open(page, 'saved/')
  await label(page, titles.welcome, '甲')
  await row(page, titles.long)
    .getByRole('button', { name: `《${titles.long}》的标签` })
    .click()
  await row(page, titles.long).getByRole('button', { name: '甲', exact: true }).click()
  await row(page, titles.long).getByRole('button', { name: '好了' }).click()
  const chips = page.getByRole('search')
  await expect(chips.getByRole('button', { name: '甲 2' })).toBeVisible()
  await chips.getByRole('button', { name: '甲 2' }).click()
  await page.getByText('整理标签').click()
  await page.getByRole('button', { name: '重命名“甲”' }).click()
  await page.getByRole('textbox', { name: '“甲”的新名字' }).fill('乙')
  await page.keyboard.press('Enter')
  // What is shown follows the label, and goes with it.
  await expect(chips.getByRole('button', { name: '乙 2', pressed: true })).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: '删除标签“乙”' }).click()
  await expect(chips.getByRole('button', { name: '乙 2' })).toHaveCount(0)
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(chips.getByRole('button', { name: '乙 2' })).toBeVisible()
})

test('filters that are chosen faster than the page is drawn hold together', { tag: '@once' }, async ({
  page,
}) => {
  await save(page, ids.welcome, ids.long)
  await open(page, 'saved/')
  await label(page, titles.welcome, '甲')
  const chips = page.getByRole('search')
  await expect(chips.getByRole('button', { name: '甲 1' })).toBeVisible()
  await chips.evaluate(search => {
    const buttons = [...search.querySelectorAll('button')]
    for (const words of ['未读', '甲'])
      buttons.find(({ textContent }) => textContent.startsWith(words))!.click()
  })
  await expect(chips.getByRole('button', { name: '甲 1', pressed: true })).toBeVisible()
  await expect(chips.getByRole('button', { name: '未读', pressed: true })).toBeVisible()
})

test('without storage saving says that it is off', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await open(page, `a/${ids.welcome}/`)
  await saveButton(page).click()
  await expect(notice(page, '没能保存：浏览器不允许')).toBeVisible()
  await open(page, 'saved/')
  await expect(page.getByRole('alert')).toContainText('稍后读没有开启')
})
