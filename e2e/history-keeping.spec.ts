import type { Page } from 'playwright/test'
import { survived } from './faults.ts'
import { expectRecorded, press } from './reading.ts'
import { body, expect, ids, notice, open, ownRows, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

/** Opens articles, so that the history holds them, the last first. */
async function read(page: Page, ...articles: string[]): Promise<void> {
  for (const [index, id] of articles.entries()) {
    await open(page, `a/${id}/`)
    await expectRecorded(page, index + 1)
  }
}

test('an empty history shows where to begin', { tag: '@once' }, async ({ page }) => {
  await open(page, 'history/')
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
  await expect(page.getByRole('button', { name: '清空' })).toBeDisabled()
  await page.getByRole('link', { name: '去读一篇' }).click()
  await expect(page).toHaveURL('./')
})

test('the history can be searched, and the search has an address', { tag: '@once' }, async ({ page }) => {
  await read(page, ids.welcome, ids.long, ids.window)
  await open(page, 'history/')
  await expect(ownRows(page)).toHaveCount(3)
  const search = page.getByRole('searchbox', { name: '在历史中查找' })
  await search.fill('何远')
  await expect(ownRows(page)).toHaveCount(1)
  await expect(ownRows(page)).toContainText(titles.long)
  await page.reload()
  await expect(ownRows(page)).toHaveCount(1)
  await expect(search).toHaveValue('何远')
  await search.fill('没有这样的题目')
  await expect(page.getByRole('status').filter({ hasText: '没有找到' })).toBeVisible()
  await search.fill('')
  await expect(ownRows(page)).toHaveCount(3)
})

test('one record is deleted, and brought back', { tag: '@once' }, async ({ page }) => {
  await read(page, ids.welcome, ids.long)
  await open(page, 'history/')
  await page.getByRole('button', { name: `删除《${titles.long}》的记录` }).click()
  await expect(ownRows(page)).toHaveText([new RegExp(titles.welcome)])
  await expect(notice(page, '已删除一条记录')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(ownRows(page)).toHaveText([new RegExp(titles.long), new RegExp(titles.welcome)])
  await page.reload()
  await expect(ownRows(page)).toHaveCount(2)
})

test('everything is cleared, and brought back', { tag: '@once' }, async ({ page }) => {
  await read(page, ids.welcome, ids.long)
  await open(page, 'history/')
  await page.getByRole('button', { name: '清空' }).click()
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(ownRows(page)).toHaveCount(2)

  await page.getByRole('button', { name: '清空' }).click()
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
  await page.reload()
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
})

test('while recording is paused nothing is kept', { tag: '@once' }, async ({ page }) => {
  await open(page, 'history/')
  await page.getByRole('button', { name: '暂停记录' }).click()
  await expect(page.getByRole('button', { name: '继续记录' })).toBeVisible()
  await expect(page.getByText('记录已暂停')).toBeVisible()
  await open(page, `a/${ids.long}/`)
  await page.mouse.wheel(0, 3000)
  await open(page, 'history/')
  await expect(page.getByText('记录已暂停')).toBeVisible()
  await expect(ownRows(page)).toHaveCount(0)
  await page.getByRole('button', { name: '继续记录' }).click()
  await read(page, ids.welcome)
  await open(page, 'history/')
  await expect(ownRows(page)).toHaveText([new RegExp(titles.welcome)])
})

test('two tabs show the same history', { tag: '@once' }, async ({ page, context }) => {
  await open(page, 'history/')
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
  const other = await context.newPage()
  await read(other, ids.welcome, ids.long)
  await expect(ownRows(page)).toHaveText([new RegExp(titles.long), new RegExp(titles.welcome)])

  await page.getByRole('button', { name: `删除《${titles.welcome}》的记录` }).click()
  await expect(ownRows(page)).toHaveCount(1)
  await open(other, 'history/')
  await expect(ownRows(other)).toHaveText([new RegExp(titles.long)])
  await other.getByRole('button', { name: '清空' }).click()
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
  await other.getByRole('button', { name: '暂停记录' }).click()
  await expect(page.getByRole('button', { name: '继续记录' })).toBeVisible()
})

test('a visit deleted in one tab is not written again by the tab that reads on', { tag: '@once' }, async ({
  page,
  context,
}) => {
  await read(page, ids.long)
  const other = await context.newPage()
  await open(other, 'history/')
  await other.getByRole('button', { name: '清空' }).click()
  await expect(other.getByText('还没有读过的文章')).toBeVisible()
  await page.mouse.wheel(0, 2000)
  await page.goto('about:blank')
  await other.reload()
  await expect(other.getByText('还没有读过的文章')).toBeVisible()

  await read(page, ids.long)
  await other.getByRole('button', { name: '清空' }).click()
  await expect(other.getByText('还没有读过的文章')).toBeVisible()
  await page.mouse.wheel(0, 2000)
  await press(page, page.getByRole('banner').getByRole('link', { name: '历史' }))
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
})

const refusals: Record<string, () => void> = {
  'that throws': () =>
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  'that is missing': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'that cannot be opened': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'InvalidStateError')
    }
  },
}
for (const [name, refuse] of Object.entries(refusals))
  test(`with a storage ${name} reading goes on, and the history says it is off`, { tag: '@once' }, async ({
    page,
  }) => {
    await page.addInitScript(refuse)
    await open(page, `a/${ids.long}/`)
    await expect(body(page)).toContainText('字')
    await page.mouse.wheel(0, 2000)
    await press(page, page.getByRole('banner').getByRole('link', { name: '历史' }))
    await expect(page.getByRole('alert')).toContainText('历史没有开启')
    await page.getByRole('banner').getByRole('link', { name: '拾页' }).click()
    await expect(page.getByRole('heading', { name: '最新' })).toBeVisible()
    await expect(page.getByRole('region', { name: '继续阅读' })).toBeHidden()
    survived(`H3 a storage ${name}`, 1, 'sessions')
  })
