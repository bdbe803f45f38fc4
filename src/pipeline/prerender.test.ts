import { expect, test } from 'vitest'
import { pageDataId, type Rendered } from '../shared/page-data.ts'
import type { Site } from '../shared/site.ts'
import { createPrerender, deferScripts, escapeHtml, shellOf } from './prerender.ts'

const site: Site = {
  name: '河岸 & 渡口',
  description: '',
  language: 'en',
  timeZone: 'UTC',
  origin: null,
  base: '/',
}

const template = deferScripts(
  '<!doctype html><html lang="zh-CN" data-x><head><!--csp--><!--head--><script type="module" src="/x.js"></script></head>' +
    '<body><div id="app"><!--app--></div><!--data--></body></html>',
  ['/assets/libraries.js', '/assets/app.js'],
)

const page = (rendered: Partial<Rendered>, files: Record<string, unknown> = {}, csp: string | null = null) =>
  createPrerender(
    {
      template,
      scripts: { a: ['/assets/a.js'], b: ['/assets/b.js'] },
      typesetScript: '<script>typeset()</script>',
      policy: csp,
    },
    async () => ({ html: '', head: [], modules: [], ...rendered }),
    site,
  )('/a/x/', files)

const dataIn = (html: string) =>
  new RegExp(`<script type="application/json" id="${pageDataId}">(.*?)</script>`, 's').exec(html)![1]!

test.each([
  '$&',
  '$1',
  "$'",
  '$`',
  '$$',
  '<!--app-->',
  '<!--data-->',
  '</script>',
  '<!--',
  '\u2028',
  '"',
  "'",
])('a title with %j comes through whole and stays data', async text => {
  const title = `a${text}b`
  const html = await page(
    { html: `<h1>${escapeHtml(title)}</h1>`, head: [{ name: 'title', attributes: {}, text: title }] },
    { '/data/a/x.json': { title } },
  )
  expect(html).toContain(`<h1>${escapeHtml(title)}</h1>`)
  expect(html).toContain(`<title data-head>${escapeHtml(title)}</title>`)
  expect(JSON.parse(dataIn(html))).toEqual({ path: '/a/x/', files: { '/data/a/x.json': { title } } })
  expect(dataIn(html)).not.toContain('<')
})

test('the body of an article stands in the document and not in the data block too', async () => {
  const body = '<p>船到对岸时</p>'
  const html = await page({ html: body }, { '/data/a/x.json': { id: 'x', body } })
  expect(html.split('船到对岸时')).toHaveLength(2)
  expect(JSON.parse(dataIn(html)).files).toEqual({ '/data/a/x.json': { id: 'x' } })
})

test('attributes of head tags cannot break out', async () => {
  const html = await page({
    head: [{ name: 'meta', attributes: { name: 'description', content: '"><script>x</script>' } }],
  })
  expect(html).toContain(
    '<meta name="description" content="&quot;&gt;&lt;script&gt;x&lt;/script&gt;" data-head>',
  )
})

test("the app's scripts wait; those of the page's modules run before the last", async () => {
  const html = await page({ modules: ['a', 'b'] })
  const scripts = [...html.matchAll(/<link rel="later"[^>]* href="([^"]*)">/g)]
  expect(scripts.map(([, address]) => address)).toEqual([
    '/assets/libraries.js',
    '/assets/a.js',
    '/assets/b.js',
    '/assets/app.js',
  ])
  expect(html).not.toContain('<script type="module"')
})

test('the document is in the language of the site', async () => {
  expect(await page({})).toContain('<html lang="en" data-x>')
})

test('the policy stands in the document where there is one', async () => {
  expect(await page({}, {}, "default-src 'none'")).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
  )
  expect(await page({})).not.toContain('Content-Security-Policy')
})

test('the shell has neither content nor data, and no place is left open', () => {
  const html = shellOf(template, site, null)
  expect(html).toContain('<title>河岸 &amp; 渡口</title>')
  expect(html).toContain('<div id="app"></div>')
  expect(html).not.toMatch(/<!--(csp|head|scripts|app|data)-->|application\/json/)
})

test('what sets the text comes along with an article that needs it, ahead of the text', async () => {
  const article = (body: string) => page({ html: body }, { '/data/a/x.json': { body, lang: 'zh-CN' } })
  const html = await article('<p>7 月</p>')
  expect(html.indexOf('<script>typeset()</script>')).toBeGreaterThan(0)
  expect(html.indexOf('<script>typeset()</script>')).toBeLessThan(html.indexOf('<p>7 月'))
  expect(await article('<p>七月。</p>')).not.toContain('typeset()')
})
