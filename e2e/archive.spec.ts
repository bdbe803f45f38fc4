import { pagedId, pagedTitle, report } from './make-seeds.ts'
import { articleLink, expect, open, test } from './site.ts'

const once = { tag: '@once' }

// No worker answers where a story takes the network away.
test.use({ serviceWorkers: 'block' })

test(
  'from the home page to a month of the archive, to a day of its calendar, and to the month before',
  once,
  async ({ page }) => {
    await open(page, './')
    await page.getByRole('main').getByRole('link', { name: '按年月归档' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('归档')
    // Articles 1 to 29 are of the last days of February, back to the first.
    await page.getByRole('region', { name: /^2020/ }).getByRole('link', { name: /^2月/ }).click()
    await expect(page).toHaveURL('archive/2020/02/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2020\s?年\s?2\s?月/)

    const calendar = page.getByRole('table', { name: /日历/ })
    await expect(calendar.getByRole('columnheader')).toHaveCount(7)
    await expect(calendar.getByRole('link')).toHaveCount(29)
    await calendar.getByRole('link', { name: /^3\s*: 1 篇$/ }).click()
    await expect(page).toHaveURL(/\/archive\/2020\/02\/page\/2\//)
    await expect(articleLink(page, pagedTitle(27))).toBeInViewport()

    await page
      .getByRole('navigation', { name: '前后月份' })
      .getByRole('link', { name: /1\s?月/ })
      .click()
    await expect(page).toHaveURL('archive/2020/01/')
    await expect(articleLink(page, pagedTitle(30))).toBeVisible()
  },
)

test('a day of former years, the next one, and the way back', once, async ({ page }) => {
  await open(page, 'on-this-day/?day=02-29')
  await expect(page.getByRole('region', { name: '2020 年' })).toContainText(pagedTitle(1))
  const days = page.getByRole('navigation', { name: '换一天' })
  await days.getByRole('link', { name: /2\s?月\s?28\s?日/ }).click()
  await expect(page).toHaveURL('on-this-day/?day=02-28')
  await expect(articleLink(page, pagedTitle(2))).toBeVisible()
  await expect(articleLink(page, pagedTitle(1))).toHaveCount(0)
  await page.goBack()
  await expect(articleLink(page, pagedTitle(1))).toBeVisible()
})

test('a random article takes the place of the page that chose it', once, async ({ page }) => {
  await open(page, 'categories/')
  await page.getByRole('main').getByRole('link', { name: '随便看一篇' }).click()
  await expect(page).toHaveURL(/\/a\/[0-9a-f]{16}\/$/)
  await page.goBack()
  await expect(page).toHaveURL('categories/')

  await page.route('**/data/c/**', route => route.abort())
  await page.getByRole('main').getByRole('link', { name: '随便看一篇' }).click()
  await expect(page.getByRole('alert')).toContainText('没有取到')
  await page.unroute('**/data/c/**')
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(page).toHaveURL(/\/a\/[0-9a-f]{16}\/$/)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an article leads to its author, and to what is related', once, async ({ page }) => {
    await page.goto(`a/${report.ids[0]}/`)
    await expect(page.getByRole('navigation', { name: '相关文章' }).getByRole('link')).not.toHaveCount(0)
    await page.goto(`a/${pagedId(5)}/`)
    await page.getByRole('article').getByRole('link', { name: '测试员' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('测试员')
    await page.getByRole('link', { name: /较早/ }).click()
    await expect(page.getByRole('main').getByRole('listitem').getByRole('heading')).toHaveCount(20)
  })

  test('a report of several sources is one row, and each source has its page', once, async ({ page }) => {
    await page.goto(`c/${report.section}/`)
    const entries = page.getByRole('main').getByRole('heading', { level: 2 })
    await expect(entries).toHaveText([report.titles[0]!])
    await expect(page.getByRole('main')).toContainText('3 篇')
    await page.getByText('3 家媒体报道').click()
    await page.getByRole('link', { name: `丙网 · ${report.titles[2]}` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(report.titles[2]!)
    await page.getByRole('navigation', { name: '所属分类' }).getByRole('link', { name: '丙网' }).click()
    await expect(entries).toHaveText([report.titles[2]!])
  })
})
