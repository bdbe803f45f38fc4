import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright/test'
import { PICTURES } from './attacks/attack.ts'
import { textShown } from './attacks/front-matter.ts'
import {
  attackCount,
  type HostileArticle,
  hostileArticles,
  hostileSettings,
  LAST_WORDS,
  markOf,
  refusedSeeds,
} from './attacks/hostile-seeds.ts'
import { faultsOfPage } from './attacks/inspect.ts'
import { alive, body, collectReports, expect, test } from './site.ts'
import { buildLogOf, hostileSite } from './sites.ts'

// The seeds of this site are attacks on the reader, over 800 of them; every way to see them is taken, in a browser that
// tells of each script that ran, each request, and each thing that the page's policy had to stop.

const site = `http://127.0.0.1:${hostileSite.port}/`

test.use({ baseURL: site })
test.describe.configure({ timeout: 300_000 })

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Watch {
  requests: string[]
  violations: string[]
  dialogs: string[]
}

/** Keeps an eye on everything a page asks for and complains of. */
async function watch(context: BrowserContext, page: Page): Promise<Watch> {
  const seen: Watch = { requests: [], violations: [], dialogs: [] }
  page.on('dialog', dialog => {
    seen.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  context.on('request', async request => {
    const url = request.url()
    if (/^(data|blob):/.test(url)) return
    if (url.startsWith(site)) {
      const path = url.slice(site.length)
      if (
        !/^(assets\/|data\/|a\/|c\/|history\/|settings\/|shortcuts\/|(index\.html)?$|[\w.-]+\.(js|svg|png|webmanifest|html)$)/.test(
          path,
        )
      )
        seen.requests.push(url)
      return
    }
    const isPicture = request.resourceType() === 'image' || request.serviceWorker() !== null
    if (!url.startsWith(PICTURES) || !isPicture) seen.requests.push(url)
    const { referer, cookie } = await request.allHeaders()
    if (referer || cookie) seen.requests.push(`${url} with ${referer ?? ''} ${cookie ?? ''}`)
  })
  await context.route(`${PICTURES}/**`, route => route.fulfill({ body: PNG, contentType: 'image/png' }))
  await context.addInitScript(() => {
    const hits: number[] = []
    const violations: string[] = []
    Object.assign(window, { hits, violations, __hit: (number: number) => hits.push(number) })
    document.addEventListener('securitypolicyviolation', event =>
      violations.push(`${event.effectiveDirective} stopped ${event.blockedURI} ${event.sample}`),
    )
  })
  return seen
}

async function expectNoFault(page: Page, seen: Watch, where: string): Promise<void> {
  expect.soft(await page.evaluate(faultsOfPage), where).toEqual([])
  expect.soft(await page.evaluate(() => Reflect.get(window, 'violations') ?? []), where).toEqual([])
  expect.soft(seen, where).toEqual({ requests: [], violations: [], dialogs: [] })
}

/** Expects that the article is there as a whole: its title as text, and what stands around each attack. */
async function expectWhole(page: Page, article: HostileArticle): Promise<void> {
  await expect.soft(page.getByRole('heading', { level: 1 })).toHaveText(textShown(article.title))
  if (article.isSwallowed) return
  const textOf = async () => ((await body(page).textContent()) ?? '').trimEnd()
  // Of a long one the end comes later than the beginning.
  await expect
    .configure({ soft: true })
    .poll(async () => (await textOf()).slice(-LAST_WORDS.length), article.title)
    .toBe(LAST_WORDS)
  const text = await textOf()
  // Typography takes the spaces around numbers.
  const dense = text.replace(/\s/g, '')
  if (article.hasMarks)
    for (const attack of article.attacks)
      expect.soft(dense, attack.name).toContain(markOf(attack).replace(/\s/g, ''))
}

test('there are many attacks', { tag: '@once' }, () => {
  expect(attackCount).toBeGreaterThan(800)
})

test('an article without any script is safe by itself', { tag: '@once' }, async ({ browser }) => {
  const context = await browser.newContext({ baseURL: site, javaScriptEnabled: false })
  const page = await context.newPage()
  const seen = await watch(context, page)
  for (const article of hostileArticles) {
    await page.goto(`a/${article.id}/`)
    await expectNoFault(page, seen, article.title)
    await expectWhole(page, article)
  }
  await context.close()
})

test('an article that React takes over needs no policy, and gives it nothing to stop', {
  tag: '@once',
}, async ({ browser }) => {
  const context = await browser.newContext({ baseURL: site, serviceWorkers: 'block' })
  const page = await context.newPage()
  const reports = collectReports(page)
  const seen = await watch(context, page)
  // The policy only tells: what it would stop could run.
  await context.route(/\/a\/\w+\/$/, async route => {
    const response = await route.fetch()
    const html = await response.text()
    const [meta, escaped] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)!
    const headers: Record<string, string> = {
      ...response.headers(),
      'content-security-policy-report-only': escaped!.replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
    }
    delete headers['content-security-policy']
    await route.fulfill({ response, headers, body: html.replace(meta, '') })
  })
  for (const article of hostileArticles) {
    await page.goto(`a/${article.id}/`)
    await alive(page)
    await expectNoFault(page, seen, article.title)
    await expectWhole(page, article)
  }
  expect(reports).toEqual([])
  await context.close()
})

test.describe('without a worker, which would ask for pictures out of sight', () => {
  test.use({ serviceWorkers: 'block' })

  test('an article that is opened within the app passes the last gate', { tag: '@once' }, async ({
    page,
    context,
  }) => {
    const seen = await watch(context, page)
    await page.goto('settings/')
    await alive(page)
    for (const article of hostileArticles) {
      const before = await page.evaluate(path => {
        const link = document.querySelector<HTMLAnchorElement>('.brand')!
        // As a link of the app that leads there: the router takes the press.
        history.pushState(null, '', path)
        dispatchEvent(new PopStateEvent('popstate'))
        return link.href
      }, `/a/${article.id}/`)
      expect(before).toBe(site)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(textShown(article.title))
      await expectNoFault(page, seen, article.title)
      await expectWhole(page, article)
    }
  })
})

test('lists, categories, home and history show texts as texts', { tag: '@once' }, async ({
  page,
  context,
}) => {
  const seen = await watch(context, page)
  // A few visits for the history to show.
  for (const article of hostileArticles.slice(-12)) {
    await page.goto(`a/${article.id}/`)
    await alive(page)
    await page.evaluate(() => scrollTo(0, 999_999))
  }
  const paths = await page.evaluate(async () => {
    interface Node {
      path: string
      children: Node[]
    }
    const pathsOf = (nodes: Node[]): string[] => nodes.flatMap(node => [node.path, ...pathsOf(node.children)])
    return pathsOf((await (await fetch('/data/tree.json')).json()) as Node[])
  })
  expect(paths.length).toBeGreaterThan(40)
  for (const path of paths) expect(decodeURIComponent(path).split('/')).not.toContain('..')
  const pages = Math.ceil(hostileArticles.length / 20)
  const all = [
    ...paths.map(path => `c/${path}/`),
    ...Array.from({ length: pages }, (_, index) => (index ? `c/page/${index + 1}/` : 'c/')),
    './',
    'history/',
    'settings/',
  ]
  for (const path of all) {
    await page.goto(path)
    await alive(page)
    await expectNoFault(page, seen, path)
  }
  await page.goto('history/')
  await expect(page.getByRole('main').getByRole('link')).not.toHaveCount(0)
  await expectNoFault(page, seen, 'history')
})

test('what is no page is well-formed, and no script when it is opened', { tag: '@once' }, async ({
  page,
  context,
  request,
}) => {
  const seen = await watch(context, page)
  const sitemap = await (await request.get('sitemap.xml')).text()
  const locations = await page.evaluate(text => {
    const xml = new DOMParser().parseFromString(text, 'application/xml')
    if (xml.querySelector('parsererror')) return null
    return [...xml.querySelectorAll('loc')].map(loc => loc.textContent)
  }, sitemap)
  expect(locations?.length).toBeGreaterThan(hostileArticles.length)
  for (const location of locations!) expect(location).toMatch(/^https:\/\/shiye\.example\/[\w!'()*.%~/-]*$/)
  // XML 1.0 has no control characters but three, and no halves of surrogate pairs.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  expect(sitemap).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u)

  const manifest = await (await request.get('manifest.webmanifest')).json()
  expect(manifest).toMatchObject({ name: hostileSettings.name, description: hostileSettings.description })

  for (const { id } of hostileArticles) {
    const response = await page.goto(`data/a/${id}.json`)
    expect(response!.headers()['content-type']).toContain('application/json')
    expect(Object.keys(await response!.json())).not.toContain('extra')
    expect(await page.evaluate(() => Reflect.get(window, 'hits') ?? [])).toEqual([])
  }
  expect(seen).toEqual({ requests: [], violations: [], dialogs: [] })
})

test('a seed whose date is an attack is left out and named', { tag: '@once' }, async ({ request }) => {
  const log = readFileSync(buildLogOf(hostileSite.name), 'utf8')
  for (const { file, id } of refusedSeeds) {
    expect(log).toMatch(new RegExp(`${file}:3:`))
    expect((await request.get(`a/${id}/`)).status()).toBe(404)
  }
  expect(log).not.toContain('at file:')
})
