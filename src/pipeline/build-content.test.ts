import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Article, CataloguePage, CategoryNode, ListIndex } from '../shared/article.ts'
import type { Site } from '../shared/site.ts'
import { Content } from './build-content.ts'
import { formatProblem, Problems } from './problems.ts'

const site: Site = {
  name: 'n',
  description: '',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  origin: null,
  base: '/reader/',
}

/** 3 × 2 pixels. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR42mP8z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shiye-seeds-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const id = (digit: string) => digit.repeat(16)
const seed = (title: string, body = '<p>text</p>', ...lines: string[]) =>
  ['---', `title: ${title}`, ...lines, '---', body].join('\n')

function open() {
  const problems = new Problems()
  const content = new Content(folder, site, problems)
  const article = async (digit: string) => (await content.file(`/data/a/${id(digit)}.json`)) as Article
  const list = async (path: string, page = 1) =>
    (await content.file(`/data/c/${path && `${path}/`}page-${page}.json`)) as CataloguePage
  const inFolder = `${relative('.', folder)}/`
  const told = () => problems.all.map(problem => formatProblem(problem).replaceAll(inFolder, ''))
  return { content, article, list, told }
}

test('good seeds are built among bad ones, and every bad one is reported with file, line and reason', async () => {
  put(`${id('a')}.txt`, seed('good'))
  put(`sub/${id('b')}.md`, seed('twin'))
  put(`z/${id('b')}.txt`, seed('twin too'))
  put(`${id('c')}.txt`, seed('dated', '', 'author: x', 'date: soon'))
  put(`${id('d')}.txt`, '---\nauthor: x\n---\n')
  put(`${id('e')}.txt`, '\n---\ntitle: open\n<p>text</p>')
  put(`${id('f')}.txt`, Buffer.concat([Buffer.from('---\ntitle: '), Buffer.from([0xb3, 0xb1])]))
  mkdirSync(join(folder, `${id('9')}.txt`))
  const { content, article, told } = open()
  expect(told()).toEqual([
    expect.stringMatching(/^9{16}\.txt:1: cannot be read: EISDIR/),
    `${id('c')}.txt:4: date "soon" is neither RFC 2822 nor YYYY-MM-DD HH:mm:ss`,
    `${id('d')}.txt:2: no title`,
    `${id('e')}.txt:2: front matter is not closed by a line ---`,
    `${id('f')}.txt:1: not a text in UTF-8; save the file as UTF-8`,
    `z/${id('b')}.txt:1: its id ${id('b')} is already that of sub/${id('b')}.md`,
  ])
  expect(content.articleCount).toBe(2)
  expect(await article('a')).toMatchObject({ title: 'good', body: '<p>text</p>' })
  expect(await article('b')).toMatchObject({ title: 'twin' })
  expect(await article('c')).toBeUndefined()
})

test('seeds are files that end in txt, md or html, and no hidden ones', () => {
  for (const path of ['a.txt', 'b.MD', 'c/d.html', 'e.json', '.f.txt', '.git/g.txt', 'h.txt.bak'])
    put(path, seed(path))
  expect(open().content.articleCount).toBe(3)
})

test('an empty folder is a site without articles', async () => {
  const { content, list } = open()
  expect([...content.pages()].map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/', '/c/', '/history/']),
  )
  expect(await list('')).toMatchObject({ total: 0, pages: 1, articles: [] })
  expect(await content.file('/data/tree.json')).toEqual([])
})

test('an article knows its categories and neighbours, and its list holds its summary', async () => {
  put(`${id('a')}.txt`, seed('old', '<p>first</p>', 'categories: [新, 河]', 'date: 2021-01-01', 'tags: [x]'))
  put(`${id('b')}.txt`, seed('new', '<p>second</p>', 'categories: [新, 河]', 'date: 2021-01-02'))
  const { article, list, content } = open()
  const path = `${encodeURIComponent('新')}/${encodeURIComponent('河')}`
  expect(await article('a')).toMatchObject({
    categories: [{ names: ['新', '河'], path }],
    newer: { id: id('b'), title: 'new' },
    older: null,
    tags: ['x'],
    excerpt: 'first',
    date: '2020-12-31T16:00:00Z',
  })
  const page = await list(path)
  expect(page).toMatchObject({
    page: 1,
    pages: 1,
    total: 2,
    list: `c/${path}`,
    subject: { kind: 'category', path, children: [] },
  })
  expect(page.articles.map(({ title, excerpt }) => [title, excerpt])).toEqual([
    ['new', 'second'],
    ['old', 'first'],
  ])
  expect(page.articles[0]).not.toHaveProperty('body')
  expect(((await content.file('/data/tree.json')) as CategoryNode[])[0]).toMatchObject({
    names: ['新'],
    count: 2,
  })
})

describe('pages of a list', () => {
  test.each([
    [20, [20]],
    [21, [20, 1]],
    [40, [20, 20]],
  ])('%i articles are told in pages of %j', async (count, sizes) => {
    for (let index = 0; index < count; index++)
      put(`${String(index).padStart(16, '0')}.txt`, seed(`t${index}`, '', 'categories: c'))
    const { list, content } = open()
    const pages = await Promise.all(sizes.map((_, index) => list('c', index + 1)))
    expect(pages.map(({ articles }) => articles.length)).toEqual(sizes)
    expect(new Set(pages.flatMap(({ articles }) => articles.map(each => each.id))).size).toBe(count)
    expect(await list('c', sizes.length + 1)).toBeUndefined()
    const paths = [...content.pages()].map(({ path }) => path).filter(path => path.startsWith('/c/c/'))
    expect(paths).toEqual(['/c/c/', '/c/c/page/2/'].slice(0, sizes.length))
  })
})

test.each([
  '/data/a/0000000000000000.json',
  '/data/c/none/page-1.json',
  '/data/c/page-0.json',
  '/data/../x',
  '/data/a/__proto__.json',
])('the site has no file %s', async address => {
  put(`${id('a')}.txt`, seed('t'))
  expect(await open().content.file(address)).toBeUndefined()
})

test('every file that a page is rendered from exists', async () => {
  put(`${id('a')}.txt`, seed('t', '', 'categories: [[page, ..], [a/b]]'))
  const { content } = open()
  for (const { files } of content.pages())
    for (const address of files) expect(await content.file(address), address).toBeDefined()
})

describe('pictures beside the seed', () => {
  test('are measured and published under a name made of their content', async () => {
    put('sub/pictures/渡口.PNG', PNG)
    put(
      `sub/${id('a')}.txt`,
      seed('t', '<p><img src="pictures/%E6%B8%A1%E5%8F%A3.PNG?x" alt="a"></p>', 'cover: pictures/渡口.PNG'),
    )
    const { content, article, told } = open()
    const { body, cover } = await article('a')
    expect(told()).toEqual([])
    const [[path, file]] = [...content.pictures.published] as [[string, string]]
    expect(path).toMatch(/^\/pictures\/[0-9a-f]{16}\.png$/)
    expect(readFileSync(file)).toEqual(PNG)
    expect(cover).toEqual({ address: `/reader${path}`, width: 3, height: 2 })
    expect(body).toContain(`src="/reader${path}" alt="a"`)
    expect(body).toContain('width="3" height="2"')
  })

  test('may have spaces in their names', async () => {
    put('my photo.png', PNG)
    put(`${id('a')}.txt`, seed('t', '<img src="my photo.png">'))
    const { article, told, content } = open()
    await article('a')
    expect(told()).toEqual([])
    expect(content.pictures.published.size).toBe(1)
  })

  test('that are missing are reported on their line, and the article goes on without', async () => {
    put(
      `${id('a')}.txt`,
      seed('t', '<p>none.png</p>\n<p>one</p>\n<figure><img src="none.png"></figure>\n<p>two</p>'),
    )
    const { article, told } = open()
    const { body } = await article('a')
    expect(told()).toEqual([`${id('a')}.txt:6: warning: picture "none.png" is not beside the seed; left out`])
    expect(body.replaceAll('\n', '')).toBe('<p>none.png</p><p>one</p><p>two</p>')
  })

  test.each([
    ['a link', '<a href="/x"><img src="none.png"></a>'],
    ['a figure with a link', '<figure><a href="/x"><img src="none.png"></a></figure>'],
    ['a figure with a caption', '<figure><img src="none.png"><figcaption></figcaption></figure>'],
  ])('leave no empty frame behind when they are missing from %s', async (_, frame) => {
    put(`${id('a')}.txt`, seed('t', `<p>one</p>${frame}<p>two</p>`))
    expect((await open().article('a')).body).toBe('<p>one</p><p>two</p>')
  })

  test('leave their caption as text when they are missing', async () => {
    put(`${id('a')}.txt`, seed('t', '<figure><img src="none.png"><figcaption>said</figcaption></figure>'))
    const { body } = await open().article('a')
    expect(body).toContain('said')
    expect(body).not.toContain('<figure>')
  })

  test('that are a folder in truth are missing', async () => {
    mkdirSync(join(folder, 'x.png'))
    put(`${id('a')}.txt`, seed('t', '<p>one</p><img src="x.png">'))
    const { article, told } = open()
    expect((await article('a')).body).toBe('<p>one</p>')
    expect(told()).toEqual([`${id('a')}.txt:4: warning: picture "x.png" is not beside the seed; left out`])
  })

  test('are not published if they are drawings that do something', async () => {
    put('x.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    put('y.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    put(`${id('a')}.txt`, seed('t', '<p>text</p><img src="x.svg"><img src="y.svg">'))
    const { article, content } = open()
    expect((await article('a')).body.match(/<img/g)).toHaveLength(1)
    expect([...content.pictures.published.values()]).toEqual([join(folder, 'y.svg')])
  })

  test('that cannot be measured are shown all the same', async () => {
    put('x.png', 'no picture')
    put(`${id('a')}.txt`, seed('t', '<img src="x.png">'))
    const { body } = await open().article('a')
    expect(body).toContain('<img src="/reader/pictures/')
    expect(body).not.toContain('width=')
  })

  test.each([
    '../../etc/passwd',
    '../outside.png',
    '%2e%2e/outside.png',
    '..%2foutside.png',
    'sub/../../outside.png',
    '/../outside.png',
    'a%00.png',
    '%E0%A4%A',
    'secret.txt',
    'file:///etc/passwd',
  ])('are never read from outside the folder or of another kind: %s', async address => {
    const outside = join(dirname(folder), 'outside.png')
    writeFileSync(outside, PNG)
    put('secret.txt', 'x')
    put(`${id('a')}.txt`, seed('t', `<p>text</p><img src="${address}">`, `cover: '${address}'`))
    const { article, content } = open()
    const { body, cover } = await article('a')
    rmSync(outside)
    expect(content.pictures.published.size).toBe(0)
    expect(cover).toBeNull()
    expect(body).not.toMatch(/ src=/)
  })
})

test('the first picture is loaded at once, the others when they come near', async () => {
  put(
    `${id('a')}.txt`,
    seed(
      't',
      '<img class="emoji" src="https://e.example/0.png"><img src="https://e.example/1.png" width="300" height="200"><img src="https://e.example/2.png">',
    ),
  )
  const { body, cover } = await open().article('a')
  expect(body.match(/loading="\w+"/g)).toEqual(['loading="eager"', 'loading="lazy"'])
  expect(body.match(/fetchpriority="high"/g)).toHaveLength(1)
  expect(body).toContain('<figure class="small-picture">')
  expect(cover).toEqual({ address: 'https://e.example/1.png', width: 300, height: 200 })
})

describe('the cover', () => {
  test.each([
    [
      'is named without its proxy',
      'cover: https://p.example/?http://e.example/a.jpg',
      'https://e.example/a.jpg',
    ],
    ['is the first picture where none is named', 'author: x', 'https://e.example/1.png'],
    [
      'is no random placeholder',
      'thumbnail: https://picsum.photos/400/300?random=2237',
      'https://e.example/1.png',
    ],
  ])('%s', async (_, line, address) => {
    put(`${id('a')}.txt`, seed('t', '<img src="https://e.example/1.png">', line))
    expect((await open().article('a')).cover?.address).toBe(address)
  })

  test('is none that comes as data: lists would carry it along', async () => {
    const data = `data:image/png;base64,${PNG.toString('base64')}`
    put(`${id('a')}.txt`, seed('t', `<img src="${data}">`, `cover: '${data}'`))
    expect((await open().article('a')).cover).toBeNull()
  })

  test('that is missing beside the seed is reported', async () => {
    put(`${id('a')}.txt`, seed('t', '<p>x</p>', 'cover: none.png'))
    const { article, told } = open()
    expect((await article('a')).cover).toBeNull()
    expect(told()).toEqual([`${id('a')}.txt:3: warning: cover "none.png" is not beside the seed; left out`])
  })
})

test('an empty body is reported, and the article is built', async () => {
  put(`${id('a')}.txt`, seed('t', '<p> </p>'))
  const { article, told } = open()
  expect((await article('a')).body).toBe('')
  expect(told()).toEqual([`${id('a')}.txt:4: warning: the body is empty`])
})

test('a list of several pages has a file of its months, which no page brings along', async () => {
  for (let index = 0; index < 21; index++)
    put(
      `${String(index).padStart(16, '0')}.txt`,
      seed(`${index}`, '', `categories: [${index ? '新' : '旧'}]`, `date: 2021-0${index < 3 ? 1 : 2}-05`),
    )
  const { content } = open()
  expect(await content.file('/data/c/months.json')).toEqual([
    ['2021-02', 18],
    ['2021-01', 3],
  ])
  expect(await content.file(`/data/c/${encodeURIComponent('旧')}/months.json`)).toBeUndefined()
  const pages = [...content.pages()]
  expect(pages.flatMap(({ laterFiles }) => laterFiles ?? [])).toContain('/data/c/months.json')
  expect(pages.flatMap(({ files }) => files)).not.toContain('/data/c/months.json')
})

test('a list of several pages has an index, which tells of a thousand articles in a file', async () => {
  const count = 1001
  for (let index = 0; index < count; index++)
    put(
      `${String(index).padStart(16, '0')}.txt`,
      seed(
        `${index}`,
        index % 2 ? '<p>text</p>' : '<p>text</p><img src="https://e.org/a.png">',
        ...linesOf(index),
      ),
    )
  const { content } = open()
  const laterFiles = [...content.pages()].flatMap(({ laterFiles }) => laterFiles ?? [])
  const fileOf = async (address: string) => (await content.file(address)) as ListIndex
  expect(laterFiles.filter(address => address.includes('index'))).toEqual([
    '/data/c/index-1.json',
    '/data/c/index-2.json',
    '/data/c/s/index-1.json',
    '/data/c/s/a/index-1.json',
    '/data/archive/2021/01/index-1.json',
  ])
  const [first, second] = [await fileOf('/data/c/index-1.json'), await fileOf('/data/c/index-2.json')]
  expect(first.ids.length).toBe(1000)
  expect([first.ids[0], first.published[0], first.minutes[0], first.hasPicture[0]]).toEqual([
    String(count - 2).padStart(16, '0'),
    Date.parse('2021-02-01') / 60_000,
    1,
    0,
  ])
  expect([first.sources, new Set(first.source)]).toEqual([['a', 't'], new Set([0, 1])])
  expect(second).toEqual({
    ids: ['0'.repeat(16)],
    published: [null],
    minutes: [1],
    hasPicture: [1],
    source: [-1],
    sources: [],
  })
  expect(await content.file('/data/c/index-3.json')).toBeUndefined()
  expect(await content.file('/data/c/t/index-1.json')).toBeUndefined()

  function linesOf(index: number) {
    if (index === 0) return []
    return [
      `categories: ${index < 5 ? 't' : '[s, a]'}`,
      `date: 2021-0${index === count - 2 ? 2 : 1}-01 08:00:00`,
    ]
  }
})
