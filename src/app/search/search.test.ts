import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { articleFile, searchFile } from '../../shared/addresses.ts'
import type { Article } from '../../shared/article.ts'
import { TermIndex } from '../../shared/search/term-index.ts'
import { writeSegment } from '../../shared/search/write-segment.ts'
import { IndexFiles } from './index-files.ts'
import { readQuery } from './query.ts'
import { type Found, type Range, Search } from './search.ts'

const always: Range = { since: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY }
const readings = { read: new Set(['0000000000000001']), saved: new Set(['0000000000000002']) }

const articleOf = (number: number, changes: Partial<Article>): Article => ({
  id: number.toString(16).padStart(16, '0'),
  title: `第${number}篇`,
  date: new Date(Date.UTC(2024, 0, 1 + number)).toISOString(),
  categories: [],
  author: '',
  cover: null,
  excerpt: '',
  minutes: 1,
  lang: 'zh',
  body: '',
  updated: null,
  tags: [],
  link: null,
  authorPath: null,
  newer: null,
  older: null,
  related: [],
  ...changes,
})

/** Serves the articles, the oldest first, and an index of segments of so many. */
function serve(articles: Article[], size = articles.length): Map<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>()
  const segments: string[] = []
  for (let start = 0; start < articles.length; start += size) {
    const own = articles.slice(start, start + size)
    const index = new TermIndex()
    for (const article of own) index.add(article)
    const listed = own.map(({ id, date }) => ({
      id,
      published: (date && Math.floor(Date.parse(date) / 60_000)) || null,
    }))
    segments.unshift(`${start}`)
    writeSegment(`${start}`, listed, index.postings(), (path, content) => files.set(path, content))
  }
  for (const article of articles) files.set(articleFile(article.id), JSON.stringify(article))
  files.set(searchFile, JSON.stringify({ articles: articles.length, segments }))
  vi.stubGlobal('fetch', async (path: string) => {
    const file = files.get(path)
    return file === undefined ? new Response('', { status: 404 }) : new Response(file as BodyInit)
  })
  return files
}

afterEach(() => vi.unstubAllGlobals())

async function find(typed: string, range = always): Promise<Found> {
  const search = new Search(readQuery(typed), range, readings, new IndexFiles('/'))
  await search.begin()
  let last: Found | undefined
  for await (const found of search.upTo(1000)) last = found
  return last!
}

const idsOf = ({ hits }: Found) => hits.map(({ article }) => Number.parseInt(article.id, 16))

const pieces = (all: { text: string; isHit: boolean }[]) =>
  all.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')

test('what stands anywhere in an article is found, titles first, then the newest', async () => {
  serve([
    articleOf(1, { body: '<p>天文观测站的夜</p>' }),
    articleOf(2, { title: '觀測站', body: '<p>别的</p>' }),
    articleOf(3, { body: '<figure><img src="x"><figcaption>观测站远景</figcaption></figure>' }),
    articleOf(4, { author: '观测站 编辑部' }),
    articleOf(5, { body: '<p>观测点，站台</p>' }),
  ])
  const found = await find('观测站')
  expect(idsOf(found)).toEqual([2, 4, 3, 1])
  expect(found).toMatchObject({ total: 4, isWhole: true, missing: null })
  expect(pieces(found.hits[0]!.title)).toBe('[觀測站]')
  expect(pieces(found.hits[3]!.snippet)).toBe('天文[观测站]的夜')
  expect(found.hits[3]!.found).toBe('观测站')
  expect(idsOf(await find('站'))).toEqual([2, 5, 4, 3, 1])
})

test('operators narrow a search', async () => {
  serve(
    [
      articleOf(1, {
        body: '<p>灯塔和海</p>',
        author: '张三',
        categories: [{ names: ['新媒体', 'ZAKER'], path: 'x' }],
      }),
      articleOf(2, {
        body: '<p>灯塔<img src="a" alt=""></p>',
        author: '李四',
        categories: [{ names: ['新媒体'], path: 'y' }],
      }),
      articleOf(3, { title: '灯塔', body: '<p>很远的 the lighthouse</p>' }),
      articleOf(4, { body: '<p>远远的灯 塔</p>', date: null }),
    ],
    2,
  )
  expect(idsOf(await find('灯塔'))).toEqual([3, 4, 2, 1])
  expect(idsOf(await find('灯塔 海'))).toEqual([1])
  expect(idsOf(await find('灯塔 -海'))).toEqual([3, 4, 2])
  expect(idsOf(await find('title:灯塔'))).toEqual([3])
  expect(idsOf(await find('灯塔 in:zaker'))).toEqual([1])
  expect(idsOf(await find('in:新媒体/ZAKER'))).toEqual([1])
  expect(idsOf(await find('in：新媒体'))).toEqual([2, 1])
  expect(idsOf(await find('author:张'))).toEqual([1])
  expect(idsOf(await find('灯塔 has:image'))).toEqual([2])
  expect(idsOf(await find('灯塔 is:unread'))).toEqual([3, 4, 2])
  expect(idsOf(await find('灯塔 is:saved'))).toEqual([2])
  expect(idsOf(await find('light'))).toEqual([3])
  expect(idsOf(await find('house'))).toEqual([])
  expect(idsOf(await find('"the light"'))).toEqual([3])
  const since = Date.UTC(2024, 0, 3) / 60_000
  expect(idsOf(await find('灯塔', { ...always, since }))).toEqual([3, 2])
  expect(idsOf(await find('灯塔', { ...always, before: since }))).toEqual([1])
})

test('what is not there, or damaged, is told, and the rest is found', async () => {
  const files = serve(
    [1, 2, 3, 4].map(number => articleOf(number, { body: '<p>灯塔</p>' })),
    2,
  )
  const [old] = [...files.keys()].filter(path => path.includes('/0/terms-'))
  files.set(old!, (files.get(old!) as Uint8Array).subarray(0, 20))
  const found = await find('灯塔')
  expect(idsOf(found)).toEqual([4, 3])
  expect(found.missing).toBe('broken')
  files.set(articleFile('0000000000000004'), '{"title": 1}')
  expect(idsOf(await find('灯塔'))).toEqual([3])
  files.delete(searchFile)
  await expect(find('灯塔')).rejects.toMatchObject({ reason: 'missing' })
})

test('whatever is typed is read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), typed => {
      const query = readQuery(typed)
      for (const { text } of query.phrases) expect(text).not.toBe('')
    }),
  )
  expect(readQuery('x'.repeat(10_000))).toMatchObject({
    phrases: [{ text: 'x'.repeat(200) }],
    ignored: ['xxxxxxxxxxxxxxxxxxxx…'],
  })
  expect(readQuery('。！ (?:a+)+$ \ud800')).toMatchObject({
    phrases: [{ text: '(?:a+)+$' }],
    ignored: ['。！', '\ud800'],
  })
  expect(readQuery('before:2024-02 after:2023/5/6 before:x')).toMatchObject({
    before: '2024-02-01',
    after: '2023-05-06',
    ignored: ['before:x'],
  })
})

const character = fc.constantFrom(...'天地玄黄宇宙臺台ａbcB12 ，。\né')
const words = (maxLength: number) => fc.array(character, { maxLength }).map(all => all.join(''))

test('the index finds exactly what a plain scan finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ title: words(8), body: words(30) }), { minLength: 1, maxLength: 12 }),
      words(5),
      fc.integer({ min: 1, max: 12 }),
      async (texts, typed, size) => {
        vi.unstubAllGlobals()
        const articles = texts.map(({ title, body }, index) =>
          articleOf(index, { title, body: `<p>${body}</p>` }),
        )
        serve(articles, size)
        const query = readQuery(typed)
        if (query.phrases.length === 0) return
        const { hitIn } = await import('./hit.ts')
        const scanned = articles
          .filter(article => hitIn(article, query) !== null)
          .map(({ id }) => Number.parseInt(id, 16))
        expect(idsOf(await find(typed)).sort((a, b) => a - b)).toEqual(scanned)
      },
    ),
    { numRuns: 500 },
  )
})
