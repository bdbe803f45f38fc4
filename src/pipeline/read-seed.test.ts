import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, getAttribute, isElement, parseHtml, plainText } from './html.ts'
import { normalise } from './normalise/index.ts'
import type { Problem } from './problems.ts'
import { idOf, readBody, readSeed } from './read-seed.ts'
import { sanitise } from './sanitise.ts'

const PATH = '000_00112233445566aa.txt'

function read(source: string | Uint8Array, path = PATH) {
  const problems: Omit<Problem, 'file'>[] = []
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const seed = readSeed(path, bytes, 'Asia/Shanghai', problem => problems.push(problem))
  return { seed, problems: problems.map(({ line, severity, reason }) => `${line}: ${severity}: ${reason}`) }
}

const withFields = (...lines: string[]) => read(['---', 'title: t', ...lines, '---', 'body'].join('\n'))

test('a seed with every field is read whole', () => {
  const { seed, problems } = withFields(
    'categories: [新媒体, 河岸, 渡口]',
    "headimg: 'https://proxy.example/?http://e.example/a.jpg'",
    'author: 林岸 - 渡口',
    'comments: false',
    'date: Sun, 11 Jul 2021 20:07:12 GMT',
    'updated: 2021-08-07 02:22:05',
    'tags: [潮, 船]',
    'excerpt: 渡口的一天。',
    'lang: zh-cn',
    'link: https://e.example/original',
  )
  expect(problems).toEqual([])
  expect(seed).toEqual({
    id: '00112233445566aa',
    title: 't',
    date: '2021-07-11T20:07:12Z',
    updated: '2021-08-06T18:22:05Z',
    categories: [['新媒体', '河岸', '渡口']],
    author: '林岸 - 渡口',
    cover: 'https://proxy.example/?http://e.example/a.jpg',
    coverPlace: { line: 4, column: 10 },
    tags: ['潮', '船'],
    excerpt: '渡口的一天。',
    lang: 'zh-CN',
    link: 'https://e.example/original',
    extra: { comments: 'false' },
    bodyLine: 14,
    body: 'body',
    places: expect.any(Map),
    frontMatter: expect.stringMatching(/^title: t\n.*\n$/s),
    frontMatterLine: 2,
  })
})

describe('the file', () => {
  test.each([
    ['a blank first line', '\n---\ntitle: t\n---\nb'],
    ['a byte order mark', '\ufeff---\ntitle: t\n---\nb'],
    ['both', '\ufeff\n---\ntitle: t\n---\nb'],
    ['lines that end in CRLF', '---\r\ntitle: t\r\n---\r\nb'],
    ['spaces after the dashes', '---  \ntitle: t\n--- \t\nb'],
  ])('may have %s', (_, source) => {
    const { seed, problems } = read(source)
    expect(problems).toEqual([])
    expect(seed).toMatchObject({ title: 't', body: 'b' })
  })

  test('may have no body', () => {
    expect(read('---\ntitle: t\n---').seed?.body).toBe('')
  })

  test('may have a line of dashes in its body', () => {
    expect(read('---\ntitle: t\n---\na\n---\nb').seed?.body).toBe('a\n---\nb')
  })

  test('knows the line its body begins on', () => {
    expect(read('\n---\ntitle: t\n---\nb').seed?.bodyLine).toBe(5)
  })

  test('has the same body when it is read again without its front matter', () => {
    const bytes = new TextEncoder().encode('\ufeff\r\n---\r\ntitle: t\r\n---\r\na\r\nb')
    expect(readBody(bytes)).toBe('a\nb')
    expect(readBody(bytes)).toBe(read(bytes).seed?.body)
  })
})

test.each([
  ['is empty', '', '1: error: no front matter: the file must begin with a line ---'],
  ['has no front matter', '<p>a</p>', '1: error: no front matter: the file must begin with a line ---'],
  ['does not close it', '\n---\ntitle: t\n', '2: error: front matter is not closed by a line ---'],
  ['has nothing in it', '---\n---\n', '2: error: front matter has no "key: value" lines'],
  ['has a list in it', '---\n- a\n---\n', '2: error: front matter has no "key: value" lines'],
  ['has no title', '---\nauthor: a\n---\n', '2: error: no title'],
  ['has an empty title', "---\nauthor: a\ntitle: ''\n---\n", '3: error: no title'],
  ['has a title of invisible characters', '---\ntitle: "\u200b\\u0007"\n---\n', '2: error: no title'],
  [
    'has an unreadable date',
    '---\ntitle: t\n\ndate: soon\n---\n',
    '4: error: date "soon" is neither RFC 2822 nor YYYY-MM-DD HH:mm:ss',
  ],
  ['holds a zero byte', '---\ntitle: t\n---\n\0', '1: error: not a text in UTF-8; save the file as UTF-8'],
])('a seed that %s is left out, and the problem names its line', (_, source, problem) => {
  expect(read(source)).toEqual({ seed: null, problems: [problem] })
})

test('a seed that is not UTF-8 is left out', () => {
  const gbk = Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb3, 0xb1])
  expect(read(gbk)).toEqual({
    seed: null,
    problems: ['1: error: not a text in UTF-8; save the file as UTF-8'],
  })
})

test('front matter that is not YAML is reported on the line of the mistake', () => {
  const { seed, problems } = read('\n---\ntitle: t\n- a\n---\n')
  expect(seed).toBeNull()
  expect(problems[0]).toMatch(/^4: error: front matter is not valid YAML: /)
})

test('a value that YAML would reject is read as plain text, with a warning on its line', () => {
  const { seed, problems } = read('\n---\ntitle: t\nauthor: a: b\ndate: Invalid Date\n---\n')
  expect(seed?.author).toBe('a: b')
  expect(problems.map(problem => problem.slice(0, 10))).toEqual(['4: warning', '5: warning'])
})

test('every problem of a seed is told, not only the first', () => {
  const { seed, problems } = read('---\ndate: soon\nupdated: later\n---\n')
  expect(seed).toBeNull()
  expect(problems.map(problem => problem.slice(0, 8)).sort()).toEqual(['2: error', '2: error', '3: error'])
})

describe('a title', () => {
  test.each([
    ['is one line', 'title: |\n  two\n  lines', 'two lines'],
    ['may go on in the next line', 'title: two\n lines', 'two lines'],
    ['may hold double quotes', 'title: To "eXecute In Place"', 'To "eXecute In Place"'],
    ['may be a number', 'title: 2021', '2021'],
    ['may be what YAML takes for nothing', 'title: null', 'null'],
    ['loses control characters', 'title: "a\\u0007b\\u200bc"', 'abc'],
    ['has its entities decoded', 'title: "&#123;&#125; &amp; ()"', '{} & ()'],
    ['loses runs of quotes around it', `title: """""""""'精读'"""""""""`, '精读'],
  ])('%s', (_, line, title) => {
    expect(read(`---\n${line}\n---\n`).seed?.title).toBe(title)
  })
})

test.each([
  ['a name', 'categories: a', [['a']]],
  ['a path', 'categories: \n - a\n - b\n - c', [['a', 'b', 'c']]],
  ['several paths', 'categories: [[a, b], [c]]', [['a', 'b'], ['c']]],
  ['paths and a name', 'categories: [[a, b], c]', [['a', 'b'], ['c']]],
  ['the same path twice', 'categories: [[a, b], [a, b]]', [['a', 'b']]],
  ['names with spaces and dashes', 'categories: [" IT 之家 ", a - b]', [['IT 之家', 'a - b']]],
  ['names that are a number or mean nothing to YAML', 'categories: [2021, ~]', [['2021', '~']]],
  ['nothing', 'categories:', []],
])('categories may be %s', (_, line, categories) => {
  const { seed, problems } = withFields(line)
  expect(problems).toEqual([])
  expect(seed?.categories).toEqual(categories)
})

test.each([
  ['the old form', '    - 新\n    - 河岸 - 渡口', '河岸 - 渡口'],
  ['the new form', ' - 新\n - 河岸\n - 渡口', '河岸'],
  ['a form in between', '    - 新\n    - 河岸\n    - 渡口\n', '河岸'],
  ['a stray dash', ' - 新\n - 河岸\n - — 渡口', '河岸'],
])('%s of a source is one and the same', (_, list, author) => {
  const { seed, problems } = withFields(`categories: \n${list}\nauthor: ${author}`)
  expect(problems).toEqual([])
  expect(seed).toMatchObject({ categories: [['新', '河岸', '渡口']], author: '河岸' })
})

test('a fourth name of a category path is left out, with a warning', () => {
  const { seed, problems } = withFields('categories: [a, b, c, d]')
  expect(seed?.categories).toEqual([['a', 'b', 'c']])
  expect(problems).toEqual(['3: warning: a category path has at most three names; "d" left out'])
})

test.each([
  ['date: Invalid Date', '3: warning: date is "Invalid Date"; the article counts as undated', { date: null }],
  ['link: javascript:alert(1)', '3: warning: link is not a web address; ignored', { link: null }],
  ['headimg: javascript:x', '3: warning: headimg is not a web address; ignored', { cover: null }],
  ['lang: "!!"', '3: warning: lang "!!" is not a language tag such as zh-CN or en; ignored', { lang: null }],
  ['author: [a, b]', '3: warning: author is a list; read as "a, b"', { author: 'a, b' }],
  [
    'author: {a: b}',
    '3: warning: YAML would read author as {"a":"b"}; read as "{a: b}"',
    { author: '{a: b}' },
  ],
  ['lang: [en]', '3: warning: lang is not a text; ignored', { lang: null }],
  ["categories: [a, '']", '3: warning: a category has an empty name; left out', { categories: [['a']] }],
  [
    "headimg: '&#123;user.avatarUrl&#125;'",
    '3: warning: headimg is not a web address; ignored',
    { cover: null },
  ],
  ['thumbnail: undefined', '3: warning: thumbnail is not a web address; ignored', { cover: null }],
  ['categories: {a: b}', '3: warning: categories hold no name; the article is in none', { categories: [] }],
])('"%s" is a warning, and the seed is read all the same', (line, warning, rest) => {
  const { seed, problems } = withFields(line)
  expect(problems).toEqual([warning])
  expect(seed).toMatchObject(rest)
})

test.each([
  [['headimg: a.jpg', 'thumbnail: b.jpg', 'cover: c.jpg'], 'a.jpg'],
  [["headimg: ''", 'thumbnail: b.jpg'], 'b.jpg'],
  [['cover: c.jpg'], 'c.jpg'],
  [["headimg: ''", 'thumbnail:'], null],
])('the cover of %j is %s', (lines, cover) => {
  expect(withFields(...lines).seed?.cover).toBe(cover)
})

test.each([
  ['Mon, 19 Jan 1970 10:51:32 GMT', '2020-07-09T10:53:20Z', 'date-seconds'],
  ['1970-01-01 08:00:00', null, 'date-missing'],
  ['Thu, 01 Jan 1970 00:00:00 GMT', null, 'date-missing'],
])(
  'the date %s, which a feed made of no date or of seconds, is read as %s with a warning',
  (text, date, rule) => {
    const problems: Omit<Problem, 'file'>[] = []
    const bytes = new TextEncoder().encode(`---\ntitle: t\ndate: ${text}\n---\n`)
    const seed = readSeed(PATH, bytes, 'Asia/Shanghai', problem => problems.push(problem))
    expect(seed?.date).toBe(date)
    expect(problems).toMatchObject([{ rule, line: 3, column: 7, severity: 'warning' }])
  },
)

test('a title of a paragraph is cut, with a warning', () => {
  const { seed, problems } = read(`---\ntitle: ${'渡'.repeat(400)}\n---\n`)
  expect(seed?.title).toBe(`${'渡'.repeat(300)}…`)
  expect(problems).toEqual(['2: warning: the title has 400 characters; cut after 300'])
})

test('columns are those of an editor, with a byte order mark and CRLF', () => {
  const problems: Omit<Problem, 'file'>[] = []
  const bytes = new TextEncoder().encode("\ufeff\r\n---\r\ntitle: t\r\nlang:   '!!'\r\n---\r\n")
  readSeed(PATH, bytes, 'Asia/Shanghai', problem => problems.push(problem))
  expect(problems).toMatchObject([{ rule: 'field-unusable', line: 4, column: 9 }])
})

test('unknown keys are kept, also those that objects have by birth', () => {
  const { seed } = withFields('x: {y: 1}', '"__proto__": z', 'constructor: w')
  expect(Object.entries(seed!.extra)).toEqual([
    ['x', { y: '1' }],
    ['__proto__', 'z'],
    ['constructor', 'w'],
  ])
})

test('aliases cannot make a small file into a huge one', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 12; level++)
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  const { seed } = withFields(...lines)
  expect(seed?.title).toBe('t')
  expect(JSON.stringify(seed?.extra).length).toBeLessThan(2000)
})

describe('the id', () => {
  test.each([
    ['000_a50380375c477f9c.txt', 'a50380375c477f9c'],
    ['sub/folder/A50380375C477F9C.md', 'a50380375c477f9c'],
    ['a50380375c477f9c-title.html', 'a50380375c477f9c'],
  ])('of %s is the 16 hex digits of its name', (path, id) => {
    expect(idOf(path)).toBe(id)
  })

  test.each(['notes.md', 'a50380375c477f9c/notes.md', '0a50380375c477f9c.txt', 'a50380375c477f9.txt'])(
    'of %s is made of its path',
    path => {
      expect(idOf(path)).toBe(createHash('sha256').update(path).digest('hex').slice(0, 16))
    },
  )
})

describe('any bytes at all', () => {
  const frontMatter = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom(
          '\n',
          '---\n',
          'title: ',
          'date: ',
          'categories: ',
          '- ',
          '[',
          ']',
          '{',
          '}',
          '"',
          "'",
          '|',
          '>',
          '&a ',
          '*a',
          '? ',
          ': ',
          '#',
          '\t',
          '!!x ',
          '\r\n',
          '%',
          '<<: ',
        ),
      ),
      { maxLength: 30 },
    )
    .map(parts => new TextEncoder().encode(`---\n${parts.join('')}\n---\nbody`))

  test('give a seed or an error with a line of the file, and never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), frontMatter), bytes => {
        const problems: Omit<Problem, 'file'>[] = []
        const seed = readSeed(PATH, bytes, 'Asia/Shanghai', problem => problems.push(problem))
        const lines = Buffer.from(bytes)
          .toString('utf8')
          .split(/\r\n|\r|\n/).length
        for (const { line } of problems) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines)
        }
        expect(seed === null).toBe(problems.some(({ severity }) => severity === 'error'))
        if (seed) expect(seed.title).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the sample seed', () => {
  const file = '000_a50380375c477f9c.txt'
  const { seed, problems } = read(readFileSync(new URL(`../../seeds/${file}`, import.meta.url)), file)
  const tree = parseHtml(seed!.body)
  normalise(tree)
  sanitise(tree)
  const figures = elementsOf(tree, 'figure')

  test('has its metadata', () => {
    expect(problems).toEqual([])
    expect(seed).toMatchObject({
      id: 'a50380375c477f9c',
      title: '总书记对自贸试验区建设提出新要求',
      date: '2021-07-11T20:07:12Z',
      categories: [['新媒体', 'ZAKER', 'source']],
      author: 'ZAKER',
    })
  })

  test('has four figures with their sizes and their own addresses', () => {
    const images = figures.map(figure => elementsOf(figure, 'img')[0]!)
    expect(images.map(image => `${getAttribute(image, 'width')}x${getAttribute(image, 'height')}`)).toEqual([
      '660x989',
      '1000x622',
      '1000x637',
      '1000x749',
    ])
    for (const image of images)
      expect(getAttribute(image, 'data-origin')).toMatch(
        /^http:\/\/zkres\d\.myzaker\.com\/202107\/\w+_1024\.jpg$/,
      )
  })

  test('has three captions that name their photographers', () => {
    const captions = elementsOf(tree, 'figcaption').map(plainText)
    expect(captions).toHaveLength(3)
    for (const caption of captions) expect(caption).toMatch(/摄）?$/)
    expect(figures.map(figure => elementsOf(figure, 'figcaption').length)).toEqual([0, 1, 1, 1])
  })

  test('begins with the day of the meeting, which is no caption', () => {
    const first = tree.childNodes.find(node => isElement(node, 'p'))
    expect(plainText(first!)).toMatch(/^7 月 9 日，/)
  })
})
