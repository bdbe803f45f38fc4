import { describe, expect, test } from 'vitest'
import { headTags, type PageHead } from './head.ts'
import type { Site } from './site.ts'

const site: Site = {
  name: '河岸',
  description: '渡口的报纸',
  language: 'zh-CN',
  timeZone: 'UTC',
  origin: 'https://e.example',
  base: '/reader/',
}
const article: PageHead = {
  title: '渡口',
  description: '一天',
  path: '/a/x/',
  picture: { address: 'https://p.example/a.jpg', width: 800, height: 600 },
  article: {
    published: '2021-07-11T20:07:12Z',
    modified: null,
    author: '林岸',
    section: '新媒体',
    tags: ['潮', '船'],
    lang: 'zh-TW',
  },
}

/** The tags as `key: value`. */
const told = (head: PageHead, of: Site = site) =>
  headTags(head, of).map(({ attributes, text }) => {
    const [key, value] = Object.values(attributes)
    return text === undefined ? `${key}: ${value}` : `title: ${text}`
  })

test('an article tells browsers, search engines and share cards what it is', () => {
  expect(told(article)).toEqual([
    'title: 渡口 - 河岸',
    'description: 一天',
    'canonical: https://e.example/reader/a/x/',
    'author: 林岸',
    'og:type: article',
    'og:site_name: 河岸',
    'og:title: 渡口',
    'og:description: 一天',
    'og:locale: zh_TW',
    'og:url: https://e.example/reader/a/x/',
    'og:image: https://p.example/a.jpg',
    'og:image:width: 800',
    'og:image:height: 600',
    'article:published_time: 2021-07-11T20:07:12Z',
    'article:author: 林岸',
    'article:section: 新媒体',
    'article:tag: 潮',
    'article:tag: 船',
    'twitter:card: summary_large_image',
    'twitter:title: 渡口',
    'twitter:description: 一天',
    'twitter:image: https://p.example/a.jpg',
    'name: 渡口',
    'description: 一天',
    'image: https://p.example/a.jpg',
    'datePublished: 2021-07-11T20:07:12Z',
  ])
})

test('without a public origin nothing that must be absolute is said', () => {
  const tags = told({ ...article, picture: null }, { ...site, origin: null })
  expect(tags.filter(tag => /canonical|og:url|image/.test(tag))).toEqual([])
  expect(tags).toContain('twitter:card: summary')
})

describe('the picture of a card', () => {
  const imageOf = (address: string, of = site) =>
    told({ ...article, picture: { address } }, of).find(
      tag => tag.startsWith('og:image:') || tag.startsWith('og:image: '),
    )
  test.each([
    ['of another host is itself', 'https://p.example/a.jpg', 'og:image: https://p.example/a.jpg'],
    [
      'of our own becomes absolute',
      '/reader/pictures/a.png',
      'og:image: https://e.example/reader/pictures/a.png',
    ],
    ['that is an SVG is replaced', 'https://p.example/a.svg', 'og:image: https://e.example/reader/card.png'],
  ])('%s', (_, address, tag) => {
    expect(imageOf(address)).toBe(tag)
  })

  test('is that of the site where the page has none', () => {
    expect(told({ ...article, picture: null })).toContain('og:image: https://e.example/reader/card.png')
  })
})

test('a page of a list names the page before it and no article', () => {
  const tags = told({
    title: '新媒体',
    description: '',
    path: '/c/x/page/2/',
    previous: '/c/x/',
  })
  expect(tags).toEqual(expect.arrayContaining(['prev: /reader/c/x/', 'og:type: website']))
  // What is linked so in a head, Firefox fetches, and our policy refuses.
  expect(tags.filter(tag => tag.startsWith('next:'))).toEqual([])
  expect(tags.filter(tag => tag.startsWith('article:'))).toEqual([])
})

test('the home page is called what the site is called', () => {
  expect(told({ title: '', description: '', path: '/' })).toEqual(
    expect.arrayContaining(['title: 河岸', 'og:title: 河岸']),
  )
})

test("the reader's own pages and the page for nothing are not for search engines", () => {
  expect(told({ title: 'h', description: '', path: '/history/', isPrivate: true })).toContain(
    'robots: noindex',
  )
  expect(
    told({ title: 'n', description: '', path: null }).filter(tag => /canonical|og:url/.test(tag)),
  ).toEqual([])
})

test('a picture as data is no picture for a share card', () => {
  const lines = told({ ...article, picture: { address: 'data:image/png;base64,AAAA' } })
  expect(lines.filter(line => line.includes('data:'))).toEqual([])
  expect(lines).toContain('og:image: https://e.example/reader/card.png')
})

test('of any number of tags a card names a few', () => {
  const tags = Array.from({ length: 5000 }, (_, index) => `t${index}`)
  const lines = told({ ...article, article: { ...article.article!, tags } })
  expect(lines.filter(line => line.startsWith('article:tag'))).toHaveLength(20)
})
