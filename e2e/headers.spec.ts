import { mkdirSync, writeFileSync } from 'node:fs'
import { controlled, expect, ids, open, test } from './site.ts'
import { sites } from './sites.ts'
import { serveFolder } from './static-server.ts'

test('pages, data and what is not there come with policy and headers', async ({ request }) => {
  for (const path of ['./', `a/${ids.sample}/`, 'data/tree.json', 'no/such/page/', 'sw.js']) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/)
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBe('no-referrer')
    expect(headers['permissions-policy'], path).toContain('camera=()')
  }
})

test('the policy in a page is that of its header, and stands first', async ({ page, request }) => {
  const response = await request.get(`a/${ids.sample}/`)
  const header = response.headers()['content-security-policy']!
  await open(page, `a/${ids.sample}/`)
  const policy = page.locator('head > :first-child + meta[http-equiv="Content-Security-Policy"]')
  // But for the worker's connections, which are those of pictures.
  const ownOnly = header.replace("connect-src 'self' https:", "connect-src 'self'")
  expect(ownOnly).not.toBe(header)
  await expect(policy).toHaveAttribute('content', ownOnly.replace("; frame-ancestors 'none'", ''))
  expect(header).not.toMatch(/unsafe-|\*/)
})

test('the worker may ask for the pictures of other hosts', { tag: '@once' }, async ({ page, context }) => {
  await open(page, './')
  await controlled(page)
  const [worker] = context.serviceWorkers()
  const stopped = (address: string) =>
    worker!.evaluate(
      url =>
        new Promise<string[]>(resolve => {
          const violations: string[] = []
          addEventListener('securitypolicyviolation', event => {
            violations.push((event as SecurityPolicyViolationEvent).effectiveDirective)
          })
          // There is no network: whether the policy lets it go is all that shows.
          fetch(url, { mode: 'no-cors' }).catch(() => setTimeout(() => resolve(violations)))
        }),
      address,
    )
  expect(await stopped('https://pictures.example/a.png')).toEqual([])
  expect(await stopped('http://pictures.example/a.png')).toEqual(['connect-src'])
})

test('the site is published by https: its pages may show no picture by http', { tag: '@once' }, async ({
  request,
}) => {
  const policy = (await request.get('./')).headers()['content-security-policy']
  expect(policy).toContain("img-src 'self' data: blob: https:;")
  expect(policy).toContain("media-src 'self' data: blob: https:;")
})

test(
  'no other site can show a page in a frame',
  { tag: '@once' },
  async ({ page, baseURL, reports }, testInfo) => {
    const folder = testInfo.outputPath('frames')
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/index.html`, `<link rel="icon" href="data:,"><iframe src="${baseURL}"></iframe>`)
    const server = await serveFolder(folder, '/')
    const refused = page.waitForEvent('requestfailed', request => request.url() === baseURL)
    await page.goto(server.address)
    expect((await refused).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_RESPONSE')
    // The browser says so in the console: this once, that is wanted.
    await expect.poll(() => reports.splice(0).join()).toContain("frame-ancestors 'none'")
    await server.close()
  },
)

test('a picture opened by its own address has no share in the site', { tag: '@once' }, async ({
  page,
  request,
}) => {
  await page.goto('./')
  const origin = await page.evaluate(() => self.origin)
  const html = await (await request.get(`a/${ids.welcome}/`)).text()
  const picture = /\/pictures\/[0-9a-f]{16}\.\w+/.exec(html)![0].slice(1)
  await page.goto(picture)
  // In the sandbox the document has no origin that it shares with anything.
  expect(await page.evaluate(() => self.origin)).not.toBe(origin)
})

test('the file of headers is for hosts, not for readers', async ({ request }, { project }) => {
  const { base } = sites.find(site => site.name === project.name)!
  expect((await request.get(`${base}_headers`)).status()).toBe(404)
})
