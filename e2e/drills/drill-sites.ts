import { fileURLToPath } from 'node:url'
import { expect, type Page } from 'playwright/test'
import { alive, ids, titles } from '../site.ts'

export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/drills', import.meta.url))

/** Where the built site is served, and beside it the modules of the app one by one. */
export const PORT = Number(process.env.DRILL_PORT || 4491)
export const DEV_PORT = PORT + 1

export const LAUNCH = ['--no-sandbox', '--disable-background-networking', '--no-first-run']

/** Where a reader may be: one address of each kind, with the heading there. */
export const routes = [
  { path: '', heading: '拾页' },
  { path: 'c/page/2/', heading: '全部文章' },
  { path: 'c/新媒体/示例/', heading: '示例' },
  { path: 'author/测试员/', heading: '测试员' },
  { path: `a/${ids.long}/`, heading: titles.long },
  { path: 'history/', heading: '阅读历史' },
  { path: 'statistics/', heading: '阅读统计' },
  { path: 'saved/', heading: '稍后读' },
  { path: 'settings/', heading: '设置' },
  { path: 'no/such/page/', heading: '没有这一页' },
]

export type Route = (typeof routes)[number]

/** Follows a link to anywhere, as pages have them. */
export const followLink = (page: Page, address: string): Promise<void> =>
  page.evaluate(to => {
    const link = document.createElement('a')
    link.href = to
    document.body.append(link)
    link.click()
    link.remove()
  }, address)

/** Waits until a page is there whole. */
export async function isShown(page: Page, { heading }: Route): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(heading)
  await alive(page)
}
