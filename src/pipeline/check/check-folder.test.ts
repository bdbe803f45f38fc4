import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '../problems.ts'
import { RULES, type RuleId } from '../rules.ts'
import { checkFolder } from './check-folder.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shiye-check-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

async function check() {
  const result = await checkFolder(folder, NOW)
  const nameOf = (problem: Problem) => relative(folder, problem.file).replaceAll('\\', '/')
  const told = result.problems.map(
    problem => `${nameOf(problem)}:${problem.line}:${problem.column ?? ''} ${problem.rule}`,
  )
  return { ...result, told }
}

/** A seed in order, but for these lines and this body. */
const seed = (lines: string, body = '<p>渡口</p>') =>
  `---\ntitle: 渡口\ndate: 2021-01-01\n${lines ? `${lines}\n` : ''}---\n${body}`

/** What each rule finds; ⟦ stands where it must point, before the first character of what is wrong. */
const CASES: [RuleId, string][] = [
  ['file-encoding', '⟦\0'],
  ['front-matter-missing', '⟦<p>渡口</p>'],
  ['front-matter-unclosed', '⟦---\ntitle: 渡口\n<p>a</p>'],
  ['front-matter-long', `---\n⟦title: ${'a'.repeat(70_000)}\n---\n`],
  ['front-matter-yaml', '---\ntitle: 渡口\ndate: 2021-01-01\n⟦- a\n---\n<p>b</p>'],
  ['front-matter-lenient', seed('author:   ⟦@岸')],
  ['front-matter-lenient', seed('categories:\n - a\n - ⟦b: c')],
  ['front-matter-key', seed('⟦catagories: a')],
  ['front-matter-key', seed('⟦thumnail: a.png')],
  ['field-unusable', seed("lang: ⟦'?'")],
  ['field-unusable', seed("thumbnail: ⟦'&#123;user.avatarUrl&#125;'")],
  ['title-missing', '---\ntitle: ⟦""\ndate: 2021-01-01\n---\n<p>a</p>'],
  ['title-missing', '---\n⟦date: 2021-01-01\n---\n<p>a</p>'],
  ['title-long', `---\ntitle: ⟦${'渡口'.repeat(200)}\ndate: 2021-01-01\n---\n<p>a</p>`],
  ['title-markup', '---\ntitle: ⟦<b>渡口</b>\ndate: 2021-01-01\n---\n<p>a</p>'],
  ['date-missing', '⟦---\ntitle: 渡口\n---\n<p>a</p>'],
  ['date-missing', '---\ntitle: 渡口\ndate: ⟦Invalid Date\n---\n<p>a</p>'],
  ['date-unreadable', '---\ntitle: 渡口\ndate: ⟦soon\n---\n<p>a</p>'],
  ['date-seconds', '---\ntitle: 渡口\ndate: ⟦Mon, 19 Jan 1970 10:51:32 GMT\n---\n<p>a</p>'],
  ['date-future', '---\ntitle: 渡口\ndate: ⟦2027-01-01 00:00:00\n---\n<p>a</p>'],
  ['category-type', seed('categories: ⟦{a: b}')],
  ['category-empty', seed("categories: ⟦[a, '']")],
  ['category-depth', seed('categories: ⟦[a, b, c, d]')],
  ['category-unsafe', seed('categories: [a, ⟦b/c]')],
  ['category-unsafe', seed('categories:\n - a\n - ⟦..')],
  ['category-unsafe', seed('categories: ⟦con')],
  ['category-unsafe', seed(`categories:\n - ⟦${'长'.repeat(60)}`)],
  ['body-empty', seed('', '⟦<p> </p>')],
  ['picture-missing', seed('', '<p>a < b</p> <p><⟦img src="none.png" alt="a"></p>'.replace('<⟦', '⟦<'))],
  ['picture-missing', seed('cover: ⟦none.png')],
  ['picture-text', seed('', '<p>a</p>\n<p>SRAM<HMB<FTL ⟦<img src="https://e.example/a.jpg"></p>')],
  ['mixed-content', seed('', '<p>1 < 2 ⟦<img src="http://e.example/a.jpg" alt="a"></p>')],
  ['mixed-content', seed('', '<p>a</p><video ⟦src="http://e.example/a.mp4"></video>')],
  ['hot-link', seed('', '<p>a</p>⟦<img alt="a" src="https://wx1.sinaimg.cn/large/a.jpg">')],
  ['embed-unknown', seed('', '<p>a</p>\n<p>b</p>  ⟦<iframe src="https://e.example/x"></iframe>')],
  ['dangerous-element', seed('', '<p>a</p>\r<p>List<String>, ⟦<script>x()</script></p>')],
  ['dangerous-element', seed('', '<p>a</p>⟦<object data="a.swf"></object>')],
  ['dangerous-element', seed('', '<p>a</p>⟦<form action="/x"><p>b</p></form>')],
  ['dangerous-element', seed('', '<p>a</p>⟦<meta http-equiv="Refresh" content="0;url=/x">')],
  ['dangerous-element', seed('', '<p>a</p>⟦<base href="https://e.example/">')],
  ['dangerous-element', seed('', '<p>a</p><svg><g>⟦<script>x()</script></g></svg>')],
  ['dangerous-element', seed('', '<p>a</p><template><div>⟦<script>x()</script></div></template>')],
  ['dangerous-attribute', seed('', '<p>a</p>\n<p class="b" ⟦ONCLICK="x()">b</p>')],
  ['dangerous-attribute', seed('', '<p>a</p><iframe ⟦srcdoc="<p>b</p>"></iframe>')],
  ['dangerous-address', seed('', '<p>a</p><a title="b" ⟦href="java&#10;script:x()">b</a>')],
  ['dangerous-address', seed('', '<p>a</p><a ⟦href=vbscript:x()>b</a>')],
  ['dangerous-address', seed('', '<p>a</p><a ⟦href="data:text/html,b">b</a>')],
  ['dangerous-address', seed('', '<p>a</p><svg><a ⟦xlink:href="javascript:x()"><text>b</text></a></svg>')],
]

describe.each([
  ['plain lines', (text: string) => text],
  ['CRLF and a byte order mark', (text: string) => `\ufeff${text.replace(/\r?\n|\r/g, '\r\n')}`],
  ['a blank first line', (text: string) => `\n${text}`],
])('in a file with %s', (_, write) => {
  test.each(CASES)('%s points at what is wrong: %j', async (rule, marked) => {
    const lines = write(marked)
      .split('⟦')[0]!
      .replace(/^\ufeff/, '')
      .split(/\r\n|\r|\n/)
    put('a.txt', write(marked).replace('⟦', ''))
    const { problems } = await check()
    const found = problems.filter(problem => problem.rule === rule)
    expect(found).toHaveLength(1)
    const { line, column, severity } = found[0]!
    expect(severity).toBe(RULES[rule].severity)
    // A blank first line is before the front matter that is missing there, and before what has no line at all.
    const isWholeFile =
      ['file-encoding', 'front-matter-missing', 'date-missing'].includes(rule) && lines.length < 3
    if (!isWholeFile) expect(`${line}:${column ?? 1}`).toBe(`${lines.length}:${lines.at(-1)!.length + 1}`)
  })
})

test('what a feed usually writes is no problem', async () => {
  put(
    '000_00112233445566aa.txt',
    `
---
title: '渡口的早晨'
categories: 
 - 新媒体
 - 河岸
 - 渡口
headimg: 'https://e.example/a.jpg'
author: 河岸
comments: false
date: Sun, 11 Jul 2021 20:07:12 GMT
thumbnail: 'https://e.example/a.jpg'
layout: post
permalink: /a/
toc: true
---

<div>   
<style>.a{color:red}</style>
<div class="img_box" onclick><img alt="渡口" src="https://e.example/a.jpg"></div>
<p>船来了。<a href="https://e.example/">岸</a> <a href="mailto:a@e.example">信</a></p>
<iframe src="https://player.bilibili.com/player.html?aid=1"></iframe>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://e.example/b.jpg" alt="船">
</div>
            `,
  )
  expect((await check()).told).toEqual([])
})

test('seeds of one id, and the same text again or nearly so, name the other file', async () => {
  const text = Array.from(
    { length: 60 },
    (_, index) => `<p>第${index}条船从渡口出发，载着${index * 7}个人。</p>`,
  )
  const changed = text.with(20, '<p>这一段改写过了。</p>')
  put('0123456789abcdef.txt', seed('', text.join('\n')))
  put('b/0123456789abcdef.txt', seed('', '<p>另一篇</p>'))
  put('c.txt', seed('', text.join('')))
  put('d.txt', seed('', changed.join('\n')).replace('title: 渡口', 'title: 又一个渡口'))
  put('e.txt', seed('', text.join('\n')).replace('title: 渡口', 'title: 转载'))
  put('f.txt', seed('', text.map(line => line.replace(/第.*/, '与此无关的另一件事。</p>')).join('\n')))
  const { told, problems, seeds, articles } = await check()
  expect(told).toEqual([
    'b/0123456789abcdef.txt:1: id-duplicate',
    'c.txt:5:1 article-duplicate',
    'd.txt:5:1 article-near-duplicate',
    'e.txt:5:1 article-near-duplicate',
  ])
  const other = expect.stringContaining('0123456789abcdef.txt')
  for (const { reason } of problems) expect(reason).toEqual(other)
  expect(problems[2]!.reason).toMatch(/^its text is about 9\d % the same as that of /)
  expect(problems[3]!.reason).toMatch(/^its text is the same as that of /)
  expect([seeds, articles]).toEqual([6, 5])
})

test('settings of the site are checked with the seeds', async () => {
  put('site.json', '{\n  "name": "",\n  "colour": "red"\n}')
  expect((await check()).told).toEqual(['site.json:2: site-setting', 'site.json:3: site-setting'])
})

test('what cannot be opened is a problem, and the others are checked', async () => {
  mkdirSync(join(folder, 'a.txt'))
  put('b.txt', seed(''))
  const { told, articles } = await check()
  expect(told).toEqual(['a.txt:1: file-unreadable'])
  expect(articles).toBe(1)
})

test('a file with one fault again and again tells it a hundred times and then how often', async () => {
  put('a.txt', seed('', '<p>a</p>\n<script></script>'.repeat(200)))
  const { problems } = await check()
  expect(problems).toHaveLength(101)
  expect(problems[0]!.reason).toBe('and 100 more of this rule in this file')
})

test('each step is told to who waits', async () => {
  put('a.txt', seed(''))
  put('b.txt', 'x')
  const steps: string[] = []
  await checkFolder(folder, NOW, {
    begin: (what, all) => steps.push(`${what} ${all}`),
    show: done => steps.push(`${done}`),
    end: () => steps.push('end'),
  })
  expect(steps).toEqual(['Checking 2', '0', '1', 'end'])
})

test('every rule has a case here', () => {
  const others: RuleId[] = [
    'file-unreadable',
    'body-long',
    'id-duplicate',
    'article-duplicate',
    'article-near-duplicate',
    'site-setting',
  ]
  expect(new Set([...CASES.map(([rule]) => rule), ...others])).toEqual(new Set(Object.keys(RULES)))
})
