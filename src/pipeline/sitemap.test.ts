import { expect, test } from 'vitest'
import type { Site } from '../shared/site.ts'
import { robotsTxt, sitemapFiles } from './sitemap.ts'

const site: Site = {
  name: 'n',
  description: '',
  language: 'zh-CN',
  timeZone: 'UTC',
  origin: 'https://e.example',
  base: '/reader/',
}

test('the sitemap holds absolute addresses, with the base and the day of the last change', () => {
  const files = sitemapFiles(
    [
      { path: '/a/x/', modified: '2021-07-11T20:07:12Z' },
      { path: '/c/', modified: null },
    ],
    site,
  )
  expect([...files]).toEqual([
    [
      '/sitemap.xml',
      '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
        '<url><loc>https://e.example/reader/a/x/</loc><lastmod>2021-07-11T20:07:12Z</lastmod></url>\n' +
        '<url><loc>https://e.example/reader/c/</loc></url>\n</urlset>\n',
    ],
  ])
})

test('what XML reserves is escaped', () => {
  const xml = sitemapFiles([{ path: `/c/a&b<c>"d'/` }], site).get('/sitemap.xml')!
  expect(xml).toContain('/c/a&amp;b&lt;c&gt;&quot;d')
  expect(xml).not.toMatch(/&b|<c>/)
})

test('more addresses than one file may hold make several, and an index of them', () => {
  const entries = Array.from({ length: 100_001 }, (_, index) => ({ path: `/a/${index}/` }))
  const files = sitemapFiles(entries, site)
  const countIn = (file: string) => files.get(file)!.match(/<loc>/g)!.length
  expect([...files.keys()]).toEqual(['/sitemap-1.xml', '/sitemap-2.xml', '/sitemap-3.xml', '/sitemap.xml'])
  expect(['/sitemap-1.xml', '/sitemap-2.xml', '/sitemap-3.xml', '/sitemap.xml'].map(countIn)).toEqual([
    50_000, 50_000, 1, 3,
  ])
  expect(files.get('/sitemap.xml')).toContain(
    '<sitemap><loc>https://e.example/reader/sitemap-3.xml</loc></sitemap>',
  )
})

test('50,000 addresses still fit into one file', () => {
  const entries = Array.from({ length: 50_000 }, (_, index) => ({ path: `/a/${index}/` }))
  expect([...sitemapFiles(entries, site).keys()]).toEqual(['/sitemap.xml'])
})

test('without a public origin there is no sitemap, and robots.txt names none', () => {
  const nowhere = { ...site, origin: null }
  expect(sitemapFiles([{ path: '/' }], nowhere).size).toBe(0)
  expect(robotsTxt(nowhere)).toBe('User-agent: *\nDisallow:\n')
})

test('robots.txt lets everyone in and names the sitemap', () => {
  expect(robotsTxt(site)).toBe('User-agent: *\nDisallow:\n\nSitemap: https://e.example/reader/sitemap.xml\n')
})
