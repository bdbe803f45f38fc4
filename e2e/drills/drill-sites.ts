import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from 'playwright/test'
import { alive, ids, titles } from '../site.ts'
import { SEEDS } from '../sites.ts'

export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/drills', import.meta.url))

/** The built site. */
export const DIST = `${CACHE}/dist`

/** Where the built site is served, and beside it the modules of the app one by one. */
export const PORT = Number(process.env.DRILL_PORT || 4491)
export const DEV_PORT = PORT + 1
/** For a server that a drill starts itself. */
export const OWN_PORT = PORT + 2

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
  { path: 'search/?q=书', heading: '搜索' },
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
  await alive(page).catch(async error => {
    throw new Error(`${heading}: ${error.message}\n${await stateOf(page)}`)
  })
}

/** What a page has come to that did not become alive. */
const stateOf = (page: Page): Promise<string> =>
  page
    .evaluate(async () => {
      const { installing, waiting, active } = (await navigator.serviceWorker?.getRegistration()) ?? {}
      return JSON.stringify({
        address: location.href,
        loading: document.readyState,
        isOnline: navigator.onLine,
        alert: document.querySelector('[role=alert]')?.textContent,
        links: [...document.querySelectorAll('link')].map(({ rel, href }) => `${rel} ${href}`),
        had: performance.getEntriesByType('resource').map(({ name }) => name),
        workers: [installing, waiting, active].map(worker => worker?.state),
      })
    })
    .catch(String)

/** Articles with pictures of a host that drills answer for. */
export const drillPictures = {
  host: 'https://drill-pictures.example/',
  ids: Array.from({ length: 500 }, (_, at) => `d411${String(at).padStart(12, '0')}`),
}

/** Adds them to the seeds of the tested sites. */
export function makeDrillSeeds(): void {
  for (const [at, id] of drillPictures.ids.entries())
    writeFileSync(
      `${SEEDS}/e2e/drill_${id}.txt`,
      [
        '---',
        `title: '图片之${at}'`,
        'categories: [演习, 图片]',
        'date: 2017-01-01 08:00:00',
        '---',
        ...['a', 'b'].map(
          name =>
            `<p>图片 ${name}。</p><p><img src="${drillPictures.host}${at}-${name}.png" width="1200" height="800"></p>`,
        ),
      ].join('\n'),
    )
}
