import { expect, ids, notice, open, test, titles } from './site.ts'
import { ORIGIN, sites } from './sites.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

test.describe('without a share sheet', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })
  test('the bare link is copied, and the reader is told', async ({ page, baseURL }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }))
    await open(page, `a/${ids.sample}/?utm_source=feed#somewhere`)
    await page.getByRole('button', { name: '分享' }).click()
    await expect(notice(page, '链接已复制')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}a/${ids.sample}/`)
    await page.getByRole('button', { name: '关闭提示' }).click()
    await expect(notice(page, '链接已复制')).toHaveCount(0)
  })
})

test('where there is a share sheet it gets the bare link', { tag: '@once' }, async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    const shared: unknown[] = []
    Object.assign(window, { shared })
    Object.defineProperty(navigator, 'share', { value: async (data: unknown) => void shared.push(data) })
  })
  await open(page, `a/${ids.sample}/?from=timeline`)
  await page.getByRole('button', { name: '分享' }).click()
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'shared')))
    .toEqual([expect.objectContaining({ url: `${baseURL}a/${ids.sample}/` })])
  await expect(notice(page, '链接已复制')).toHaveCount(0)
})

test('a reader who thinks better of sharing is left alone', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    const share = async () => {
      Object.assign(window, { wasAsked: true })
      throw new DOMException('cancelled', 'AbortError')
    }
    Object.defineProperty(navigator, 'share', { value: share })
  })
  await open(page, `a/${ids.sample}/`)
  await page.getByRole('button', { name: '分享' }).click()
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'wasAsked'))).toBe(true)
  await expect(page.locator('.toast')).toHaveCount(0)
})

test(
  'an article says what it is to share cards',
  { tag: '@once' },
  async ({ page, request }, { project }) => {
    const { base } = sites.find(site => site.name === project.name)!
    const site = ORIGIN + base
    // What a crawler sees: the page as it is served.
    const html = await (await request.get(`a/${ids.welcome}/`)).text()
    await page.setContent(
      html.replace(/<script[\s\S]*?<\/script>|<(link|meta http-equiv)(?! rel="canonical")[^>]*>/g, ''),
    )
    const tag = (selector: string) => page.locator(`head ${selector}`)

    await expect(page).toHaveTitle(`${titles.welcome} - 拾页`)
    await expect(tag('[name=description]')).toHaveAttribute('content', /^三分钟认识这个站/)
    await expect(tag('link[rel=canonical]')).toHaveAttribute('href', `${site}a/${ids.welcome}/`)
    for (const [selector, content] of Object.entries({
      '[property="og:type"]': 'article',
      '[property="og:site_name"]': '拾页',
      '[property="og:title"]': titles.welcome,
      '[property="og:description"]': /^三分钟/,
      '[property="og:locale"]': 'zh_CN',
      '[property="og:url"]': `${site}a/${ids.welcome}/`,
      '[property="og:image:width"]': '1200',
      '[property="article:published_time"]': '2026-11-18T01:20:00Z',
      '[property="article:author"]': '拾页编辑部',
      '[property="article:section"]': '手册',
      '[name="twitter:card"]': 'summary_large_image',
      '[name="twitter:title"]': titles.welcome,
      '[itemprop=name]': titles.welcome,
      '[itemprop=description]': /^三分钟/,
    }))
      await expect(tag(selector)).toHaveAttribute('content', content)
    await expect(tag('[property="article:tag"]')).toHaveCount(2)

    for (const selector of ['[property="og:image"]', '[name="twitter:image"]', '[itemprop=image]']) {
      const address = (await tag(selector).getAttribute('content'))!
      expect(address.startsWith(`${site}pictures/`)).toBe(true)
      const picture = await request.get(address.slice(site.length))
      expect(picture.headers()['content-type']).toBe('image/jpeg')
    }
  },
)

test('the tags follow the reader through the app', { tag: '@once' }, async ({ page }, { project }) => {
  const { base } = sites.find(site => site.name === project.name)!
  await open(page, './')
  await page.getByRole('main').getByRole('link', { name: titles.welcome, exact: true }).click()
  await expect(page).toHaveTitle(`${titles.welcome} - 拾页`)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    `${ORIGIN}${base}a/${ids.welcome}/`,
  )
  await expect(page.locator('[property="og:title"]')).toHaveAttribute('content', titles.welcome)
})

test('every address in the sitemap is a page', { tag: '@once' }, async ({ page, request }, { project }) => {
  const { base } = sites.find(site => site.name === project.name)!
  const xml = await (await request.get('sitemap.xml')).text()
  const locations = await page.evaluate(text => {
    const sitemap = new DOMParser().parseFromString(text, 'application/xml')
    if (sitemap.querySelector('parsererror')) throw new Error('not well-formed')
    return [...sitemap.querySelectorAll('url > loc')].map(loc => loc.textContent)
  }, xml)
  expect(locations.length).toBeGreaterThan(80)
  expect(new Set(locations).size).toBe(locations.length)
  expect(locations).toContain(`${ORIGIN}${base}a/${ids.sample}/`)
  expect(locations.filter(location => /history|settings|404/.test(location))).toEqual([])
  for (const location of locations) {
    expect(location.startsWith(ORIGIN + base)).toBe(true)
    const response = await request.get(location.slice(`${ORIGIN}${base}`.length) || './')
    expect(response.status(), location).toBe(200)
  }
})

test('robots.txt names the sitemap, and 404.html is for no search engine', async ({ request }, {
  project,
}) => {
  const { base } = sites.find(site => site.name === project.name)!
  const robots = await (await request.get('robots.txt')).text()
  expect(robots).toContain('User-agent: *')
  expect(robots).toContain(`Sitemap: ${ORIGIN}${base}sitemap.xml`)
  const notFound = await (await request.get('404.html')).text()
  expect(notFound).toContain('<meta name="robots" content="noindex"')
  expect(notFound).toContain('没有这一页')
  expect(notFound).not.toContain('rel="canonical"')
})
