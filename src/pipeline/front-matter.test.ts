import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { FrontMatter } from './front-matter.ts'
import type { Problem } from './problems.ts'

function open(text: string, firstLine = 1) {
  const problems: Omit<Problem, 'file'>[] = []
  const frontMatter = FrontMatter.open(text, firstLine, problem => problems.push(problem))
  const told = () => problems.map(({ line, column, rule }) => `${line}:${column ?? ''} ${rule}`)
  return { frontMatter, problems, told }
}

describe('a title that YAML rejects or misreads is read as it is meant, with a warning at its place', () => {
  test.each([
    ['a colon', 'title: 渡口: 一条船', '渡口: 一条船'],
    ['a colon at its end', 'title: 渡口:', '渡口:'],
    ['a #', 'title: 学 #1 课', '学 #1 课'],
    ['a # first', 'title: #1', '#1'],
    ['an @', 'title: @岸 说', '@岸 说'],
    ['a backtick', 'title: `fork` 之后', '`fork` 之后'],
    ['a %', 'title: %d 是什么', '%d 是什么'],
    ['a *', 'title: *必读* 渡口', '*必读* 渡口'],
    ['an &', 'title: &a 与 &b', '&a 与 &b'],
    ['a !', 'title: !important 怎么用', '!important 怎么用'],
    ['a bracket', 'title: [译] 渡口', '[译] 渡口'],
    ['brackets around it', 'title: [渡口]', '[渡口]'],
    ['a brace', 'title: {a} b', '{a} b'],
    ['a dash', 'title: - 渡口', '- 渡口'],
    ['a question mark', 'title: ? 渡口', '? 渡口'],
    ['a bar', 'title: | 渡口', '| 渡口'],
    ['an angle', 'title: > 渡口', '> 渡口'],
    ['quotes within quotes', `title: 'it's late'`, "it's late"],
    ['a quote and more', `title: "渡口" 与 "岸"`, '"渡口" 与 "岸"'],
    ['doubled quotes', `title: ''渡口''`, '渡口'],
    ['piled-up quotes', `title: """""""""'渡口'"""""""""`, '渡口'],
    ['a quote that never closes', `title: '90s 的渡口`, "'90s 的渡口"],
  ])('%s', (_, line, title) => {
    const { frontMatter, told } = open(`author: a\n${line}\ndate: 2021-01-01\n`, 3)
    expect(frontMatter?.text('title')).toBe(title)
    expect(told()).toEqual(['4:8 front-matter-lenient'])
    expect(frontMatter?.text('date')).toBe('2021-01-01')
  })
})

describe('a title over several lines', () => {
  test.each([
    ['indented', 'title: Re_ a\n with b', 'Re_ a with b', 0],
    ['indented and quoted', "title: 'Re_ a\n  with b'", 'Re_ a with b', 0],
    ['below its key', 'title:\n  Re_ a', 'Re_ a', 0],
    ['in a block', 'title: >-\n  Re_ a\n  with b', 'Re_ a with b', 0],
    ['indented, with a colon', 'title: Re: a\n with: b', 'Re: a with: b', 1],
    ['not indented', 'title: Re_ a\nwith b', 'Re_ a with b', 2],
  ])('%s', (_, lines, title, warnings) => {
    const { frontMatter, problems } = open(`${lines}\nauthor: a\n`)
    expect(frontMatter?.text('title')).toBe(title)
    expect(problems).toHaveLength(warnings)
    expect(frontMatter?.text('author')).toBe('a')
  })
})

describe('a key', () => {
  test.each([
    ['in upper case', 'Title: a'],
    ['without a space after it', 'title:a'],
    ['with a full-width colon', 'title：a'],
  ])('may be %s, with a warning', (_, line) => {
    const { frontMatter, told } = open(line)
    expect(frontMatter?.text('title')).toBe('a')
    expect(told()).toEqual(['1:1 front-matter-lenient'])
  })

  test('may have a space before its colon, or quotes', () => {
    const { frontMatter, told } = open(`title : a\n"author": b\n'x': c`)
    expect([frontMatter?.text('title'), frontMatter?.text('author'), frontMatter?.value('x')]).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(told()).toEqual([])
  })

  test('that stands twice has the first value that holds something', () => {
    const { frontMatter, told } = open(`title: ''\ntitle: a\ntitle: b`)
    expect(frontMatter?.text('title')).toBe('a')
    expect(told()).toEqual(['2:1 front-matter-lenient', '3:1 front-matter-lenient'])
  })

  test('tells where its value stands', () => {
    const { frontMatter } = open('a: 1\ntitle:   渡口\ncategories:\n - x', 5)
    expect(frontMatter?.placeOf('title')).toEqual({ line: 6, column: 10 })
    expect(frontMatter?.placeOf('none')).toBeUndefined()
  })
})

describe('a list', () => {
  test.each([
    ['of the new form', 'categories: \n - 新\n - 河\n - 岸', ['新', '河', '岸'], []],
    ['of the old form', 'categories: \n    - 新\n    - 河 - 岸', ['新', '河 - 岸'], []],
    ['with an empty line after it', 'categories: \n    - 新\n    - 河\n\nauthor: a', ['新', '河'], []],
    ['at the margin', 'categories:\n- 新\n- 河', ['新', '河'], []],
    ['in brackets', 'categories: [新, 河]', ['新', '河'], []],
    ['in brackets over lines', 'categories: [\n  新,\n  河\n]', ['新', '河'], []],
    [
      'of lists',
      'categories:\n - [新, 河]\n - - 岸\n   - 船',
      [
        ['新', '河'],
        ['岸', '船'],
      ],
      [],
    ],
    ['of lists below a dash', 'categories:\n -\n   - 新\n   - 河\n -\n   - 岸', [['新', '河'], ['岸']], []],
    ['of quoted names', `categories:\n - '新: 河'\n - "岸\\u0020船"`, ['新: 河', '岸 船'], []],
    ['by tabs', 'categories:\n\t- 新\n\t- 河', ['新', '河'], ['1:12']],
    ['indented unevenly', 'categories:\n    - 新\n - 河', ['新', '河'], ['1:12']],
    ['without spaces after its dashes', 'categories:\n -新\n -河', ['新', '河'], ['2:3', '3:3']],
    ['of names with colons', 'categories:\n - 新: 河\n - 岸', ['新: 河', '岸'], ['2:4']],
    ['of names with a #', 'categories:\n - 新\n - 河 #1', ['新', '河 #1'], ['3:4']],
    ['of names with an @', 'categories:\n - @新\n - *河', ['@新', '*河'], ['2:4', '3:4']],
    ['of quotes within quotes', `categories:\n - 'it's'`, ["it's"], ['2:4']],
    ['in brackets that never close', 'categories: [新, 河\nauthor: a', ['新', '河'], ['1:13']],
    ['in brackets, with a colon', 'categories: [新: 河, 岸]', ['新: 河', '岸'], []],
    ['of one name', 'categories: 新', '新', []],
    ['of one name with a colon', 'categories: 新: 河', '新: 河', ['1:13']],
    ['of one name with a #', 'categories: 新 #1', '新 #1', ['1:13']],
    ['of nothing', 'categories: ', '', []],
  ])('%s', (_, lines, names, warnings) => {
    const { frontMatter, told } = open(`${lines}\n`)
    expect(frontMatter?.names('categories')).toEqual(names)
    expect(told()).toEqual(warnings.map(place => `${place} front-matter-lenient`))
  })
})

test('a comment is no part of a value that is no prose', () => {
  const { frontMatter, told } = open(`# a comment\ndate: 2021-01-01 # of the feed\ntitle: 'a' # b\n`)
  expect([frontMatter?.text('date'), frontMatter?.text('title')]).toEqual(['2021-01-01', 'a'])
  expect(told()).toEqual([])
})

test('YAML that does not go by lines is read as well', () => {
  const { frontMatter, told } = open(`{title: "a: b", categories: [x, y],\n date: 2021-01-01}`)
  expect([frontMatter?.text('title'), frontMatter?.text('date')]).toEqual(['a: b', '2021-01-01'])
  expect(frontMatter?.names('categories')).toEqual(['x', 'y'])
  expect(told()).toEqual([])
})

test('anchors and aliases mean what YAML says, except in prose', () => {
  const { frontMatter } = open('date: &d 2021-01-01\nupdated: *d\ntitle: *d\nx: {<<: *d}')
  expect(frontMatter?.text('updated')).toBe('2021-01-01')
  expect(frontMatter?.text('title')).toBe('*d')
})

describe('what means no harm and what does', () => {
  test.each([
    ['a title of 60 KB', `title: ${'渡'.repeat(20_000)}`],
    ['a title of 60 KB of quotes', `title: ${`'" `.repeat(20_000)}`],
    ['spaces without end', `title: a${' '.repeat(60_000)}b`],
    ['brackets without end', `x: ${'['.repeat(60_000)}`],
    ['dashes without end', `x: ${'- '.repeat(30_000)}`],
    [
      'keys of their own without end',
      Array.from({ length: 6_000 }, (_, index) => `k${index}: [v`).join('\n'),
    ],
    ['a list without end', `categories:\n${' - a: b\n'.repeat(7_000)}`],
    ['lists in lists without end', `categories:\n - ${'- '.repeat(30_000)}a`],
    ['keys without end', 'k: v\n'.repeat(10_000)],
    ['odd lines without end', `title: a\n${'b\n'.repeat(30_000)}`],
    [
      'anchors without end',
      Array.from({ length: 3_000 }, (_, index) => `k${index}: &a${index} *a${index - 1}`).join('\n'),
    ],
  ])('%s is read in time', (_, text) => {
    const { frontMatter } = open(text)
    frontMatter?.text('title')
    frontMatter?.names('categories')
    for (const key of frontMatter?.keys ?? []) frontMatter?.value(key)
  })

  test('more than 64 KB are no front matter', () => {
    const { frontMatter, told } = open(`title: ${'a'.repeat(70_000)}`, 2)
    expect(frontMatter).toBeNull()
    expect(told()).toEqual(['2: front-matter-long'])
  })
})

/** A title as an editor writes it: one line, no quotes at its ends, which no style could tell from its own. */
const title = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
      fc.constantFrom(
        '渡口',
        ' ',
        ': ',
        ' #',
        '#',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        ', ',
        '"',
        "'",
        '…',
      ),
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map(parts =>
    parts
      .join('')
      .replace(/[\s\p{Cc}\ufeff]+/gu, ' ')
      .trim(),
  )
  .filter(text => text !== '' && !/^["']|["']$|^[|>][-+\d]*$/.test(text))

const styles: Record<string, (text: string) => string> = {
  'without quotes': text => text,
  'in single quotes': text => `'${text.replaceAll("'", "''")}'`,
  'in double quotes': text => JSON.stringify(text),
  'in piled-up quotes': text => `"""""""""'${text.replaceAll("'", "''")}'"""""""""`,
  'in doubled single quotes': text => `''${text}''`,
  'in doubled double quotes': text => `""${text}""`,
}

test.each(Object.entries(styles))('any title written %s comes back the same', (_, write) => {
  fc.assert(
    fc.property(title, text => {
      const { frontMatter } = open(`title: ${write(text)}\ncategories:\n - a\nauthor: b\n`)
      expect(frontMatter?.text('title')).toBe(text)
      expect(frontMatter?.text('author')).toBe('b')
    }),
    { numRuns: 300 },
  )
})

test('whatever needs no leniency is what YAML says', () => {
  const lines = fc.record({
    date: fc.string({ unit: 'grapheme' }),
    lang: title,
    x: fc.oneof(
      title,
      fc.constantFrom('[a, b]', '{a: b}', '&a b', '"a\\tb"', '!x y', "'a' # b", '|\n  a\n  b'),
    ),
  })
  fc.assert(
    fc.property(lines, fields => {
      const text = Object.entries(fields)
        .map(([key, value]) => `${key}: ${value}`)
        .join('\n')
      const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' })
      const { frontMatter, problems } = open(text)
      if (document.errors.length > 0 || /: \*/.test(text) || !frontMatter || problems.length > 0) return
      // `lang: []:` is to YAML a key that holds a list; read line by line it is another.
      for (const [key, value] of Object.entries(document.toJS() as Record<string, unknown>))
        if (frontMatter.keys.includes(key)) expect(trimmed(frontMatter.value(key))).toEqual(trimmed(value))
    }),
    { numRuns: 500 },
  )
})

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : (value ?? ''))
