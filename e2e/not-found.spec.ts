import { readFileSync } from 'node:fs'
import { survived } from './faults.ts'
import { badSeeds, paged, scroll, twins } from './make-seeds.ts'
import { expectRecorded } from './reading.ts'
import { alive, articleLink, body, controlled, expect, ids, open, test, titles } from './site.ts'
import { buildLogOf } from './sites.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

const NOT_FOUND = '没有这一页'
const GONE = '0000000000000001'

test('an unknown address says so, with status 404 and a way home', async ({ page }) => {
  const response = await page.goto('no/such/page/')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NOT_FOUND)
  await expect(page).toHaveTitle(`${NOT_FOUND} - 拾页`)
  await page.getByRole('link', { name: '回到首页' }).click()
  await expect(page).toHaveURL('./')
  await expect(articleLink(page, titles.welcome)).toBeVisible()
})

for (const [path, title] of [
  ['a/0000000000000000/', NOT_FOUND],
  ['a/not-an-id/', NOT_FOUND],
  ['c/没有/这个/', '没有这个分类了'],
  ['c/新媒体/page/99/', '列表没有这么多页'],
] as const) {
  test(`${path} is not found`, async ({ page }) => {
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page).toHaveTitle(`${title} - 拾页`)
    await page.getByRole('link', { name: '浏览全部文章' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('全部文章')
  })
}

test('a link inside the app to an article that is gone says so too', { tag: '@once' }, async ({ page }) => {
  await open(page, './')
  await page.evaluate(() => {
    const link = document.querySelector<HTMLAnchorElement>('main h3 a')!
    history.pushState({}, '', link.href.replace(/[0-9a-f]{16}/, '0000000000000000'))
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NOT_FOUND)
  await expect(page).toHaveTitle(`${NOT_FOUND} - 拾页`)
  await page.goBack()
  await expect(articleLink(page, titles.welcome)).toBeVisible()
  await expect(page).toHaveTitle('拾页')
})

test('a category that has moved leads to the nearest above it, and to its like elsewhere', {
  tag: '@once',
}, async ({ page }) => {
  const response = await page.goto(`c/${scroll.name}/没有/${paged.names.at(-1)}/`)
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个分类了')
  await expect(page.getByRole('main').getByRole('link', { name: paged.names.join(' / ') })).toHaveAttribute(
    'href',
    `/c/${paged.names.map(encodeURIComponent).join('/')}/`,
  )
  await page.getByRole('link', { name: `${scroll.name} · ${scroll.count} 篇` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scroll.name)
})

test('data that is a page, cut off, or of another version is told of, and asked for again', {
  tag: '@once',
}, async ({ page }) => {
  const answers = ['<!doctype html>', '{"list":"c","art', '{"list":"c","articles":[{"id":7}]}']
  for (const body of answers) {
    await open(page, `a/${ids.welcome}/`)
    await page.route('**/data/c/**', route => route.fulfill({ contentType: 'application/json', body }))
    await page.getByRole('navigation', { name: '所属分类' }).getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页没有传完整')
    await page.unroute('**/data/c/**')
    await page.getByRole('button', { name: '再试一次' }).click()
    await expect(articleLink(page, titles.welcome)).toBeVisible()
  }
  survived('N2 data that is a page, cut off, or of another version', answers.length, 'answers')
})

test('a page that Back waits for in vain is asked for again, and stays one step back', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, './')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '分类' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('全部文章')
  await articleLink(page, titles.welcome).click()
  await expect(body(page)).toBeVisible()
  await page.reload()
  await alive(page)
  let isSilent = true
  await page.route('**/data/c/**', route => (isSilent ? undefined : route.continue()))
  await page.goBack()
  const again = page.getByRole('button', { name: '再试一次' })
  await expect(again).toBeVisible({ timeout: 15_000 })
  isSilent = false
  await again.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('全部文章')
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.welcome)
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })
  test('what stands in for a page has its title in the language of the reader', { tag: '@once' }, async ({
    page,
  }) => {
    await page.goto('no/such/page/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
    await expect(page).toHaveTitle(/^Page not found/)
  })
})

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('an article that was read and is gone is called by its name', { tag: '@once' }, async ({ page }) => {
    const expectGone = async () => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('这篇文章已被移走')
      await expect(page.getByRole('main')).toContainText('《从前的文章》')
      await expect(page.getByRole('navigation', { name: '相近的文章' }).getByRole('link')).toHaveCount(5)
    }
    await open(page, `a/${ids.welcome}/`)
    await expectRecorded(page, 1)
    await controlled(page)
    await page.evaluate(`(async () => {
      const answer = request => new Promise(resolve => request.onsuccess = () => resolve(request.result))
      const database = await answer(indexedDB.open('shiye'))
      await answer(database.transaction('saved', 'readwrite').objectStore('saved').put({ articleId: '${GONE}',
        title: '从前的文章', author: '', date: null, minutes: 1, cover: null, savedAt: 1.7e12, labels: [] }))
      database.close()
    })()`)
    expect((await page.goto(`a/${GONE}/`))?.status()).toBe(404)
    await expectGone()
    await page.goto('saved/')
    await page.getByRole('main').getByRole('link', { name: '从前的文章' }).click()
    await expectGone()
    await page.getByRole('navigation', { name: '相近的文章' }).getByRole('link').first().click()
    await expect(body(page)).toBeVisible()
  })
})

test('bad seeds are reported with file, line and reason, and left out', async ({ request }, { project }) => {
  const log = readFileSync(buildLogOf(project.name), 'utf8')
  for (const { file, id, problem } of badSeeds) {
    expect(log).toContain(`${file}${problem}`)
    expect((await request.get(`a/${id}/`)).status()).toBe(404)
  }
  expect(log).toContain(`e2e/twin-1_${twins.id}.txt:1: its id ${twins.id} is already that of`)
  expect(log).toMatch(/\d+ articles, \d+ files .*; 3 errors/)
})
