import type { Page } from 'playwright/test'
import { alive, controlled, expect, ids, open, test, titles } from './site.ts'

const shareTo = (page: Page, params: Record<string, string>) =>
  page.goto(`open/?${new URLSearchParams(params)}`)

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('what another app shares opens, if it is of this site or its original is kept here', {
  tag: '@once',
}, async ({ page, baseURL }) => {
  await open(page, './')
  await shareTo(page, { title: '拾页', text: `看看这个 ${baseURL}a/${ids.welcome}/` })
  await expect(heading(page)).toHaveText(titles.welcome)
  // Back does not lead to the page in between.
  await page.goBack()
  await expect(page).toHaveURL('./')

  await shareTo(page, { text: 'http://www.example.org/letters/what-is-in-a-seed/?utm_source=app#top' })
  await expect(page).toHaveURL(`a/${ids.linked}/`)
})

test('a link that is not kept here, or is none, harms nothing, and the page says what can be done', {
  tag: '@once',
}, async ({ page, baseURL }) => {
  await shareTo(page, { url: 'https://elsewhere.example/1', title: titles.welcome })
  await expect(page.getByText('这里没有收这个链接的文章')).toBeVisible()
  const original = page.getByRole('link', { name: '打开原文' })
  await expect(original).toHaveAttribute('href', 'https://elsewhere.example/1')
  await expect(original).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(page.getByRole('link', { name: '按标题找' })).toHaveAttribute(
    'href',
    new RegExp(`search/\\?q=${encodeURIComponent(titles.welcome)}$`),
  )

  // An address that a server finds too long is the app's own affair.
  await controlled(page)
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    `https://e.org/${'a'.repeat(10_000)}`,
    `${baseURL}open/?url=${baseURL}open/`,
  ]) {
    await shareTo(page, { url, title: '<img src=x onerror=alert(1)>'.repeat(40) })
    await alive(page)
    await expect(page.getByRole('status').filter({ hasText: /这里没有收|贴上一篇文章的网址/ })).toBeVisible()
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    expect(fits, url.slice(0, 40)).toBe(true)
    for (const link of await page.getByRole('main').getByRole('link').all())
      expect(await link.getAttribute('href')).toMatch(/^(https?:\/\/|\/)/)
  }

  await page
    .getByRole('textbox', { name: '文章的网址' })
    .fill('https://example.org/letters/what-is-in-a-seed')
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(page).toHaveURL(`a/${ids.linked}/`)
})

test('offline, a shared link of this site opens what is kept; for others there is another try', async ({
  page,
  context,
  baseURL,
}) => {
  await open(page, `a/${ids.welcome}/`)
  await controlled(page)
  await page.reload()
  await alive(page)
  await context.setOffline(true)
  await shareTo(page, { url: `${baseURL}a/${ids.welcome}/` })
  await expect(heading(page)).toHaveText(titles.welcome)
  await shareTo(page, { url: 'https://example.org/letters/what-is-in-a-seed' })
  await expect(page.getByText('没法查这里有没有它')).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(page).toHaveURL(`a/${ids.linked}/`)
})
