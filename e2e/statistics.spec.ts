import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Download, Locator, Page } from 'playwright/test'
import { expectRecorded } from './reading.ts'
import { alive, controlled, expect, frames, ids, open, ownRows, test } from './site.ts'

/** A Wednesday at noon, where the stories take place. */
const now = new Date('2026-11-25T12:00:00+08:00')

/** What was read: days before, hour, minutes, category or author. */
const visits: [daysAgo: number, hour: number, minutes: number, from: string[] | string][] = [
  [0, 9, 10, ['新媒体', 'ZAKER', '热点']],
  [1, 22, 20, ['新媒体', 'ZAKER', '热点']],
  [2, 22, 5, ['社交媒体', '知乎']],
  [40, 7, 30, ['新媒体', 'cnBeta']],
  [41, 7, 1.5, '=何远'],
  [500, 13, 60, '=何远'],
]

// The clock stands still, and the page knows of it.
test.beforeEach(({ page }) => page.clock.setFixedTime(now))

/** Puts visits into the reader's storage, as if they had been made. */
async function read(page: Page, told = visits): Promise<void> {
  await open(page, 'history/')
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
  const records = told.map(([daysAgo, hour, minutes, from], index) => ({
    id: `v${index}`,
    articleId: String(index).repeat(16),
    title: `第 ${index} 篇`,
    author: typeof from === 'string' ? from : '',
    startedAt: now.getTime() - daysAgo * 86_400_000 + (hour - 12) * 3_600_000,
    seconds: minutes * 60,
    progress: index % 2 ? 1 : 0.5,
    place: { block: 0, offset: 0 },
    ...(typeof from === 'string' ? {} : { category: from }),
  }))
  await page.evaluate(async records => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await answer(indexedDB.open('shiye'))
    const store = database.transaction('visits', 'readwrite').objectStore('visits')
    await Promise.all(records.map(record => answer(store.put(record))))
    database.close()
  }, records)
}

const section = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('region', { name: title, exact: true }).first()

const total = (page: Page, name: string): Locator =>
  page.locator('.totals > div').filter({ hasText: name }).getByRole('definition')

/** The rows of the table behind a chart, opened where it is not. */
async function tableOf(page: Page, title: string): Promise<string[][]> {
  const table = section(page, title).getByRole('table')
  if (!(await table.isVisible())) await section(page, title).getByText('以表格显示').click()
  await expect(table).toBeVisible()
  return table
    .locator('tr')
    .evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent!)))
}

/** Waits until a chart has been drawn: there is more than one colour on it. */
async function expectDrawn(page: Page, title: string): Promise<void> {
  const chart = section(page, title).getByRole('img')
  const countColours = (canvas: SVGElement | HTMLElement) => {
    const { width, height } = canvas as HTMLCanvasElement
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!
    copy.drawImage(canvas as HTMLCanvasElement, 0, 0)
    return new Set(new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)).size
  }
  await expect.poll(() => chart.evaluate(countColours)).toBeGreaterThan(1)
}

const calendar = '阅读日历（最近 12 个月）'
const hours = '一周里的时刻（分钟）'

test('the statistics tell what was read, as charts and as tables', { tag: '@once' }, async ({ page }) => {
  await read(page)
  await page.reload()
  await page.getByRole('main').getByRole('link', { name: '统计' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('阅读统计')
  await expect(total(page, '阅读时间')).toHaveText('1 小时 7 分钟')
  await expect(total(page, '文章')).toHaveText('5 篇')
  await expect(total(page, '有阅读的日子')).toHaveText('5 天')
  await expect(total(page, '目前连续')).toHaveText('3 天')
  for (const title of [calendar, '每周阅读的分钟', '按分类', '按来源', hours]) await expectDrawn(page, title)

  expect(await tableOf(page, calendar)).toEqual([
    ['日期', '分钟'],
    ['2026-11-25', '10'],
    ['2026-11-24', '20'],
    ['2026-11-23', '5'],
    ['2026-10-16', '30'],
    ['2026-10-15', '1.5'],
  ])
  const weeks = await tableOf(page, '每周阅读的分钟')
  expect(weeks).toHaveLength(1 + 53)
  expect(weeks.at(-1)).toEqual(['2026-11-23', '35'])
  expect(await tableOf(page, '按分类')).toEqual([
    ['分类', '分钟'],
    ['新媒体', '60'],
    ['社交媒体', '5'],
    ['未注明', '1.5'],
  ])
  expect(await tableOf(page, '按来源')).toEqual([
    ['来源', '分钟'],
    ['ZAKER', '30'],
    ['cnBeta', '30'],
    ['知乎', '5'],
    ['=何远', '1.5'],
  ])
  expect((await tableOf(page, hours))[1 + 22]).toEqual(['22:00', '5', '20', '0', '0', '0', '0', '0'])

  await page.getByRole('button', { name: '最近 30 天' }).click()
  await expect(page).toHaveURL(/period=30d/)
  await expect(total(page, '阅读时间')).toHaveText('35 分钟')
  expect(await tableOf(page, '每天阅读的分钟')).toHaveLength(1 + 30)
  await page.getByRole('button', { name: '全部' }).click()
  await page.reload()
  await expect(total(page, '阅读时间')).toHaveText('2 小时 7 分钟')
  expect(await tableOf(page, '每月阅读的分钟')).toContainEqual(['2025-07', '60'])
})

test('what is read from now on is known by its category and source', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.sample}/`)
  await expectRecorded(page, 1)
  await open(page, 'statistics/')
  await expect(total(page, '文章')).toHaveText('1 篇')
  expect((await tableOf(page, '按分类')).map(([name]) => name)).toEqual(['分类', '新媒体'])
  expect((await tableOf(page, '按来源')).map(([name]) => name)).toEqual(['来源', 'ZAKER'])
})

test('charts can be taken along as pictures, tables as files', { tag: '@once' }, async ({ page }) => {
  await read(page)
  await open(page, 'statistics/')
  const take = async (name: string): Promise<Download> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ])
    return file
  }
  const table = await take('存为表格文件：按来源')
  expect(table.suggestedFilename()).toBe('shiye-sources.csv')
  expect(await readFile(await table.path(), 'utf8')).toBe(
    '\ufeff"来源","分钟"\r\n"ZAKER",30\r\n"cnBeta",30\r\n"知乎",5\r\n"\'=何远",1.5\r\n',
  )

  for (const [theme, paper] of [
    ['light', [251, 250, 247]],
    ['black', [0, 0, 0]],
  ] as const) {
    await page.evaluate(theme => Object.assign(document.documentElement.dataset, { theme }), theme)
    const picture = await take(`存为图片：${calendar}`)
    expect(picture.suggestedFilename()).toBe('shiye-calendar.png')
    const bytes = await readFile(await picture.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16), 'twice the width, for fine screens').toBe(1920)
    expect(await cornerOf(page, bytes.toString('base64'))).toEqual([...paper, 255])
  }
})

/** The colour of the first pixel of a picture. */
function cornerOf(page: Page, base64: string): Promise<number[]> {
  return page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(1, 1).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    return [...context.getImageData(0, 0, 1, 1).data]
  }, base64)
}

test('the charts follow the theme, and axe finds nothing', { tag: '@once' }, async ({ page }) => {
  await read(page)
  await open(page, 'statistics/')
  await expectDrawn(page, hours)
  await tableOf(page, calendar)
  const picture = () =>
    section(page, '按分类')
      .getByRole('img')
      .evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL())
  const seen = new Set<string>()
  for (const theme of ['light', 'sepia', 'dark', 'black', 'eink']) {
    await page.evaluate(theme => Object.assign(document.documentElement.dataset, { theme }), theme)
    await expect.poll(async () => seen.has(await picture()), theme).toBe(false)
    seen.add(await picture())
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect
      .soft(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`),
        theme,
      )
      .toEqual([])
  }
})

test('the statistics work by keyboard alone', { tag: '@once' }, async ({ page }) => {
  await read(page)
  await open(page, 'statistics/')
  await expect(total(page, '文章')).toBeVisible()
  const tabTo = async (target: Locator) => {
    for (let presses = 0; presses < 40; presses++) {
      if (await target.evaluate(element => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error('The keyboard does not get there')
  }
  await tabTo(page.getByRole('button', { name: '最近 30 天' }))
  await page.keyboard.press('Enter')
  await expect(total(page, '文章')).toHaveText('3 篇')
  await tabTo(section(page, '每天阅读的分钟').locator('summary'))
  await page.keyboard.press('Enter')
  await expect(section(page, '每天阅读的分钟').getByRole('table')).toBeVisible()
  await tabTo(page.getByRole('button', { name: '存为表格文件：每天阅读的分钟' }))
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(file.suggestedFilename()).toBe('shiye-minutes-per-day.csv')
})

test('once they were seen, the statistics are there offline', { tag: '@once' }, async ({ page, context }) => {
  await read(page)
  await controlled(page)
  await open(page, 'statistics/')
  await expectDrawn(page, calendar)
  await context.setOffline(true)
  await page.reload()
  await alive(page)
  await expectDrawn(page, calendar)
  await expect(total(page, '阅读时间')).toHaveText('1 小时 7 分钟')
})

test('without the library the numbers are there', { tag: '@once' }, async ({ page }) => {
  await page.route('**/on-use/**', route => route.abort())
  await read(page)
  await open(page, 'statistics/')
  await expect(section(page, '按分类')).toContainText('图没能载入')
  await expect(section(page, '按分类').getByRole('table')).toContainText('新媒体')
})

test('before anything was read, while recording is paused, and without storage the page says so', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, 'settings/')
  await page.getByRole('link', { name: '看阅读统计' }).click()
  await expect(page.getByText('还没有可以统计的')).toBeVisible()
  await page.evaluate(() => localStorage.setItem('shiye.settings', '{"history":"off"}'))
  await page.reload()
  await expect(page.getByText('历史记录已暂停')).toBeVisible()
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('没有历史可以统计')
})

test('a wrong clock and damaged records spoil neither history nor statistics', { tag: '@once' }, async ({
  page,
}) => {
  await read(page, [...visits, [-40_000, 9, 3, '明天'], [20_000, 9, 4, '当年'], [1e8 + 1e4, 9, 4, '无']])
  await open(page, 'statistics/?period=all')
  await expect(total(page, '阅读时间')).toHaveText('2 小时 14 分钟')
  expect((await tableOf(page, '每年阅读的分钟')).slice(1)).toEqual([
    ['1972', '4'],
    ['2025', '60'],
    ['2026', '66.5'],
    ['2136', '3'],
  ])
  await open(page, 'history/')
  await expect(ownRows(page)).toHaveCount(8)
})

test('the history is filtered, and what is found or of a day is deleted and brought back', {
  tag: '@once',
}, async ({ page }) => {
  await read(page)
  await open(page, 'history/')
  const rows = ownRows(page)
  await expect(rows).toHaveCount(6)
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('combobox', { name: '状态' }).selectOption('未读完')
  await expect(rows).toHaveCount(3)
  await page.getByRole('combobox', { name: '来源' }).selectOption('ZAKER')
  await expect(rows).toHaveText([/第 0 篇/])
  await page.reload()
  await expect(rows).toHaveText([/第 0 篇/])
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(rows).toHaveCount(6)

  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('combobox', { name: '时段' }).selectOption('最近 7 天')
  await expect(rows).toHaveCount(3)
  await page.getByRole('combobox', { name: '时段' }).selectOption('自选日期')
  await page.getByLabel('从').fill('2026-10-15')
  await page.getByLabel('到').fill('2026-11-24')
  await expect(rows).toHaveText([/第 1 篇/, /第 2 篇/, /第 3 篇/, /第 4 篇/])
  await expect(page).toHaveURL(/from=2026-10-15&to=2026-11-24/)
  await page.getByRole('button', { name: '删除找到的' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已删除 4 条记录' })).toBeVisible()
  await expect(page.getByText('没有找到')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(rows).toHaveText([/第 0 篇/, /第 5 篇/])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(rows).toHaveCount(6)

  await page.getByRole('button', { name: '删除这一天的记录：昨天' }).click()
  await expect(rows).toHaveCount(5)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(rows).toHaveCount(6)
  await frames(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
})
