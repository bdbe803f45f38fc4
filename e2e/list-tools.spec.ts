import type { Page } from 'playwright/test'
import { busy, busyTitle } from './make-seeds.ts'
import { articleLink, expect, frames, notice, open, test } from './site.ts'
import { watchShifts } from './watch-shifts.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

const LIST = `c/${busy.name}/`

test.beforeEach(({ page }) => page.route(`${busy.host}**`, route => route.fulfill({ body: '' })))

const entry = (page: Page, number: number) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: busyTitle(number), exact: true }) })

/** The numbers of the articles in the page, in order. */
const shown = (page: Page): Promise<number[]> =>
  page
    .locator('main .entry :is(h2, h3)')
    .evaluateAll(titles => titles.map(title => Number(/\d+$/.exec(title.textContent)![0])))

/** Of what was asked for, the first: those further down come as the reader does. */
const expectShown = (page: Page, asked: number[]) =>
  expect.poll(async () => (await shown(page)).slice(0, 4)).toEqual(asked.slice(0, 4))

/** Numbers from the newest that are as asked. */
const numbers = (isAsked: (number: number) => boolean) =>
  Array.from({ length: busy.count }, (_, index) => index + 1).filter(isAsked)

const filterButton = (page: Page) => page.getByRole('button', { name: '筛选与排序' })

async function choose(page: Page, number: number, action: string): Promise<void> {
  await entry(page, number).getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

test('what is asked of a list stands in its address', { tag: '@once' }, async ({ page }) => {
  await open(page, LIST)
  await filterButton(page).click()
  const panel = page.getByRole('dialog', { name: '筛选与排序' })
  await panel.getByRole('checkbox', { name: '有图片' }).check()
  await panel.getByRole('combobox', { name: '来源' }).selectOption('早报')
  await panel.getByRole('radio', { name: '最早在前' }).check()
  await expect(panel.getByRole('radio', { name: '最早在前' })).toBeFocused()
  await expect(page).toHaveURL(`${LIST}?pictures&source=${encodeURIComponent('早报')}&sort=oldest`)
  const asked = numbers(number => number % 3 === 0).reverse()
  await expect(page.getByRole('main')).toContainText(`${asked.length} / ${busy.count} 篇`)
  await expectShown(page, asked)

  await page.reload()
  await expectShown(page, asked)
  await articleLink(page, busyTitle(asked[1]!)).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(busyTitle(asked[1]!))
  await page.goBack()
  await expectShown(page, asked)

  await page.getByRole('button', { name: '取消“最早在前”' }).click()
  await expectShown(page, asked.toReversed())
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page).toHaveURL(LIST)
  await expect(articleLink(page, busyTitle(1))).toBeVisible()
})

test('a link may ask for what there is not, and one press shows all', { tag: '@once' }, async ({ page }) => {
  await open(page, `${LIST}?saved&from=2018-03-01&to=2018-03-05`)
  await expect(page.getByText('没有这样的文章')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(`0 / ${busy.count} 篇`)
  await page.getByRole('button', { name: '清除筛选' }).last().click()
  await expect(articleLink(page, busyTitle(1))).toBeVisible()

  await open(page, `${LIST}?long&from=2018-03-02&to=2018-03-03`)
  await expect.poll(() => shown(page)).toEqual([35, 40])
})

test('articles above and below are marked as read, and undone exactly', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, LIST)
  await choose(page, 2, '标为已读')
  await expect(entry(page, 2)).toContainText('已读')
  await choose(page, 4, '以上都标为已读')
  await expect(notice(page, '已将 2 篇标为已读')).toBeVisible()
  for (const number of [1, 2, 3]) await expect(entry(page, number)).toContainText('已读')
  await expect(entry(page, 4)).not.toContainText('已读')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(entry(page, 1)).not.toContainText('已读')
  await expect(entry(page, 2)).toContainText('已读')

  // Beyond the page too, and as the unread ones tell.
  await choose(page, 4, '以下都标为已读')
  await expect(notice(page, `已将 ${busy.count - 4} 篇标为已读`)).toBeVisible()
  await page.getByRole('button', { name: '未读' }).click()
  await expect(page).toHaveURL(`${LIST}?unread`)
  await expect.poll(() => shown(page)).toEqual([1, 3, 4])
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await expect(notice(page, '已将 3 篇标为已读')).toBeVisible()
  // They stay where they are until the reader asks again.
  for (const number of [1, 3, 4]) await expect(entry(page, number)).toContainText('已读')
})

test('the menu of an article is walked by keys, and saves it', { tag: '@once' }, async ({ page }) => {
  await open(page, LIST)
  const button = entry(page, 2).getByRole('button', { name: '更多操作' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: '存到稍后读' })).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: '存到稍后读' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: '存到稍后读' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(entry(page, 2)).toContainText('稍后读')
  await expect(button).toBeFocused()
})

test('the name of a day stays in sight while its articles pass', { tag: '@once' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, LIST)
  const days = page.getByRole('main').getByRole('heading', { level: 2, name: /^2018年/ })
  await expect(days.first()).toHaveText(/2018年3月9日/)
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText(busyTitle(1))
  const header = await page.getByRole('banner').evaluate(element => element.getBoundingClientRect().bottom)
  for (let steps = 0; steps < 12; steps++) {
    await page.mouse.wheel(0, 430)
    await frames(page)
    const [day, article] = await page.evaluate(line => {
      const at = (y: number, selector: string) => document.elementFromPoint(60, y)?.closest(selector)
      const below = [120, 150, 180, 210].map(y => at(line + y - 60, '.entry')).find(Boolean)
      return [at(line + 15, 'li')?.textContent, below?.querySelector('h3')?.textContent]
    }, header)
    const number = Number(/\d+$/.exec(article!)![0])
    expect(day).toContain(`2018年3月${9 - Math.floor((number - 1) / busy.aDay)}日`)
  }
})

for (const layout of ['cards', 'compact', 'headlines'])
  test(`a list laid out as ${layout} is so from the first paint, and whole`, { tag: '@once' }, async ({
    page,
  }) => {
    await page.addInitScript(watchShifts)
    await page.setViewportSize({ width: 1280, height: 844 })
    await open(page, `${LIST}?layout=${layout}`)
    await expect(page.getByRole('button', { name: '更多操作' }).first()).toBeVisible()
    const seen = new Set<number>()
    await expect(async () => {
      for (const number of await shown(page)) seen.add(number)
      await page.mouse.wheel(0, 500)
      await frames(page)
      expect(seen.size).toBe(busy.count)
    }).toPass({ intervals: [50], timeout: 30_000 })
    await page.keyboard.press('End')
    await expect(articleLink(page, busyTitle(busy.count))).toBeInViewport()
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([])
  })

test('a chosen layout holds from then on', { tag: '@once' }, async ({ page }) => {
  await open(page, `${LIST}?layout=headlines`)
  await page.getByRole('button', { name: '列表样式' }).click()
  await page.getByRole('radio', { name: '卡片' }).check()
  await page.getByRole('group', { name: '按日期分组' }).getByRole('radio', { name: '关' }).check()
  await expect(page).toHaveURL(LIST)
  await page.addInitScript(watchShifts)
  await page.reload()
  await expect(page.getByRole('button', { name: '更多操作' }).first()).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-layout', 'cards')
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(busyTitle(1))
  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([])
})

test('what opens over a list may not come: the reader is told, the list stays, and another try is as good', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, LIST)
  const menu = entry(page, 2).getByRole('button', { name: '更多操作' })
  const told = page.getByRole('status').getByText('暂时无法载入')
  for (const [script, button, opened] of [
    ['FilterPanel', filterButton(page), page.getByRole('dialog', { name: '筛选与排序' })],
    ['EntryMenu', menu, page.getByRole('menu')],
  ] as const) {
    await page.route(`**/assets/${script}-*.js`, route => route.abort())
    await button.click()
    await expect(told).toBeVisible()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await expect(entry(page, 1)).toBeVisible()
    await expect(told).toBeHidden()

    await page.unroute(`**/assets/${script}-*.js`)
    await button.click()
    await expect(opened).toBeVisible()
    await page.keyboard.press('Escape')
  }
})
