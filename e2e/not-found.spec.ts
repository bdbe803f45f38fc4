import { readFileSync } from 'node:fs'
import { badSeeds, twins } from './make-seeds.ts'
import { articleLink, expect, open, test, titles } from './site.ts'
import { buildLogOf } from './sites.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

const NOT_FOUND = '没有这一页'

test('an unknown address says so, with status 404 and a way home', async ({ page }) => {
  const response = await page.goto('no/such/page/')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NOT_FOUND)
  await expect(page).toHaveTitle(`${NOT_FOUND} - 拾页`)
  await page.getByRole('link', { name: '回到首页' }).click()
  await expect(page).toHaveURL('./')
  await expect(articleLink(page, titles.welcome)).toBeVisible()
})

for (const path of ['a/0000000000000000/', 'a/not-an-id/', 'c/没有/这个/', 'c/新媒体/page/99/']) {
  test(`${path} is not found`, async ({ page }) => {
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(NOT_FOUND)
    await expect(page).toHaveTitle(`${NOT_FOUND} - 拾页`)
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

test('bad seeds are reported with file, line and reason, and left out', async ({ request }, { project }) => {
  const log = readFileSync(buildLogOf(project.name), 'utf8')
  for (const { file, id, problem } of badSeeds) {
    expect(log).toContain(`${file}${problem}`)
    expect((await request.get(`a/${id}/`)).status()).toBe(404)
  }
  expect(log).toContain(`e2e/twin-1_${twins.id}.txt:1: its id ${twins.id} is already that of`)
  expect(log).toMatch(/\d+ articles, \d+ files .*; 3 errors/)
})
