import type { Page } from 'playwright/test'
import { paged } from './make-seeds.ts'
import { controlled, expect, ids, open, test, titles } from './site.ts'

const html = (page: Page) => page.locator('html')
const menu = (page: Page) => page.getByRole('banner').getByRole('navigation')

/** Its links that are words. */
const words = (page: Page) => menu(page).getByRole('link').filter({ hasText: /\S/ })

const readers = [
  {
    locale: 'zh-TW',
    links: ['分類', '紀錄', '設定'],
    latest: '最新',
    articles: /\d 篇$/,
    date: '2021年7月12日',
    tools: '閱讀工具',
    history: '閱讀紀錄',
    today: '今天',
    theme: '跟隨系統',
  },
  {
    locale: 'ja',
    links: ['カテゴリー', '履歴', '設定'],
    latest: '新着',
    articles: /\d件$/,
    date: '2021/07/12',
    tools: '閲覧ツール',
    history: '閲覧履歴',
    today: '今日',
    theme: 'システム',
  },
]

for (const { locale, links, latest, articles, date, tools, history, today, theme } of readers)
  test.describe(() => {
    test.use({ locale })
    test(`a reader whose browser says ${locale} finds everything in that language`, { tag: '@once' }, async ({
      page,
    }) => {
      await open(page, './')
      await expect(html(page)).toHaveAttribute('lang', locale)
      await expect(words(page)).toHaveText(links)
      await expect(page.getByRole('heading', { name: latest })).toBeVisible()

      await open(page, `c/${paged.names.join('/')}/`)
      await expect(page.locator('.quiet-line')).toHaveText(articles)

      await open(page, `a/${ids.sample}/`)
      await expect(page.locator('article time')).toHaveText(date)
      await expect(page.getByRole('toolbar', { name: tools })).toBeVisible()
      await expect(page.getByRole('article')).toHaveAttribute('lang', 'zh-CN')
      await page.mouse.wheel(0, 1500)

      await words(page).nth(1).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(history)
      await expect(page.getByRole('heading', { name: today })).toBeVisible()
      await expect(page.getByRole('link', { name: titles.sample })).toBeVisible()

      await words(page).nth(2).click()
      await expect(page.getByRole('radio', { name: theme })).toBeChecked()
      await expect(page).toHaveTitle(/^設定/)
    })
  })

test('every language is offered by its own name, and any can be chosen without a network', {
  tag: '@once',
}, async ({ page, context }) => {
  await open(page, 'settings/')
  await controlled(page)
  await context.setOffline(true)
  for (const [name, lang, first] of [
    ['日本語', 'ja', 'カテゴリー'],
    ['English', 'en', 'Browse'],
    ['繁體中文', 'zh-TW', '分類'],
    ['简体中文', 'zh-CN', '分类'],
    ['日本語', 'ja', 'カテゴリー'],
  ] as const) {
    await page.getByRole('radio', { name }).check()
    await expect(menu(page).getByRole('link').first()).toHaveText(first)
    await expect(html(page)).toHaveAttribute('lang', lang)
  }
  await page.reload()
  await expect(menu(page).getByRole('link').first()).toHaveText('カテゴリー')
  await expect(page.getByRole('radio', { name: '日本語' })).toBeChecked()
})

test.describe('when its words cannot be had', () => {
  test.use({ serviceWorkers: 'block' })
  test('a language that is chosen says so, and the page stays as it is', { tag: '@once' }, async ({
    page,
  }) => {
    await page.route('**/assets/ja-*.js', route => route.abort())
    await open(page, 'settings/')
    await page.getByRole('radio', { name: '日本語' }).check()
    await expect(page.getByRole('status').getByText('暂时无法载入')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
    await expect(html(page)).toHaveAttribute('lang', 'zh-CN')

    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
    await expect(page.getByRole('radio', { name: '日本語' })).toBeChecked()
  })
})
