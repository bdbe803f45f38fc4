import type { Page } from 'playwright/test'
import { expect, open, test } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const set = (page: Page) => page.getByRole('main').getByRole('region', { name: '这一组' })
const strip = (page: Page) => page.getByRole('region', { name: '我有几分钟' })

/** What is offered: titles, and the minutes of each. */
async function offered(page: Page): Promise<{ titles: string[]; minutes: number[] }> {
  await expect(set(page).getByRole('link').first()).toBeVisible()
  const texts = await set(page).getByRole('link').allInnerTexts()
  const lines = texts.map(text => text.split('\n').map(line => line.trim()))
  return {
    titles: lines.map(([title]) => title!),
    minutes: lines.map(line => Number.parseInt(line.at(-1)!, 10)),
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

test('twelve minutes are filled and never exceeded, whatever the mix', { tag: '@once' }, async ({ page }) => {
  await open(page, 'queue/')
  const first = await offered(page)
  expect(sum(first.minutes)).toBe(12)
  await page.getByRole('button', { name: '换一组' }).click()
  await expect.poll(async () => (await offered(page)).titles).not.toEqual(first.titles)
  const second = await offered(page)
  expect(sum(second.minutes)).toBeLessThanOrEqual(12)
  expect(second.titles.filter(title => first.titles.includes(title))).toEqual([])

  await page.getByRole('button', { name: '5 分钟', exact: true }).click()
  await expect.poll(async () => sum((await offered(page)).minutes)).toBeLessThanOrEqual(5)
  await page.getByRole('slider', { name: '有多少时间' }).press('End')
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', '1 小时 30 分钟')

  // Time and categories are remembered.
  const section = page.getByRole('group', { name: '读什么' }).getByRole('button', { name: '新媒体' })
  await section.click()
  await page.reload()
  await expect(section).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('slider')).toHaveValue('90')
})

test('a queue is read one after another, with what is left of the time', { tag: '@once' }, async ({
  page,
}) => {
  await page.clock.install()
  await open(page, 'queue/')
  const { titles } = await offered(page)
  expect(titles.length).toBeGreaterThan(1)
  await page.getByRole('button', { name: '开始读' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[0]!)
  await page.clock.runFor(3000)
  await expect(strip(page)).toContainText(`1/${titles.length}`)
  await expect(strip(page)).toContainText('还有 12 分钟')
  await expect(page.getByRole('link', { name: /^下一篇/ })).toHaveCount(1)
  await page.clock.runFor(5 * 60_000)
  await expect(strip(page)).toContainText('还有 7 分钟')

  await strip(page)
    .getByRole('link', { name: /^下一篇/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[1]!)
  await page.reload()
  await page.clock.runFor(3000)
  await expect(strip(page)).toContainText(`2/${titles.length}`)
  await page.clock.runFor(8 * 60_000)
  await expect(strip(page)).toContainText('时间到了')

  await strip(page)
    .getByRole('link', { name: `这一组的第 2 篇，共 ${titles.length} 篇` })
    .click()
  await expect(set(page).getByText('时间到了，想读就接着读。')).toBeVisible()
  await expect(set(page).getByRole('link').nth(1)).toHaveAttribute('aria-current', 'step')
  await page.getByRole('button', { name: '另配一组' }).click()
  await expect(page.getByRole('button', { name: '开始读' })).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('button', { name: '接着读' })).toBeVisible()
})
