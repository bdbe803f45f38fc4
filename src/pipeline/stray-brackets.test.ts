import { describe, expect, test } from 'vitest'
import { elementsOf, parseHtml, textOf } from './html.ts'
import { escapeStrayBrackets } from './stray-brackets.ts'

const text = (html: string) => textOf(parseHtml(html)).replace(/\n+/g, '\n').trim()

describe('what no author meant as markup is read as text', () => {
  test.each([
    ['a comparison', '延迟：SRAM<HMB<FTL）', '延迟：SRAM<HMB<FTL）'],
    ['a comparison of one-letter names', 'if (a <b && c> d) 走', 'if (a <b && c> d) 走'],
    ['a comparison before an element', 'a <b<em>c</em>', 'a <bc'],
    ['a type', 'List<Class<? extends Plugin>>', 'List<Class<? extends Plugin>>'],
    ['a placeholder', '复制 <源路径> 到 <missing>', '复制 <源路径> 到 <missing>'],
    ['an arrow', '设计 <-- 制造 <!-- 封装', '设计 <-- 制造 <!-- 封装'],
    ['an element spoken of', '页面里的 <button> 和 <title> 标签', '页面里的 <button> 和 <title> 标签'],
    ['the end of the text', '小于 <', '小于 <'],
    ['a tag that never ends', '前 <dependency 后', '前 <dependency 后'],
  ])('%s', (_, html, expected) => {
    expect(text(html)).toBe(expected)
  })
})

test.each([
  ['a script', '<script src="x"/>'],
  ['a style', '<style>'],
  ['a frame', '<iframe src="https://e.example"/>'],
  ['a text area', '<textarea class="x">'],
  ['an old element', '<plaintext>'],
])('%s that is left open does not swallow what follows', (_, html) => {
  expect(text(`<p>前</p>${html}<p>后</p>`)).toContain('后')
})

describe('code shows its tags', () => {
  test.each([
    ['of XML', '<dependency>\n  <groupId>a.b</groupId>\n</dependency>'],
    [
      'of XML over several lines',
      ' <application\n     android:icon="@mipmap/x"\n     android:theme="@style/y">',
    ],
    ['of HTML', '<div id="app">\n  <p>{{ x }}</p>\n  <input type="text">\n</div>'],
    ['of JSX', '<div className="box" onClick={() => go()}>\n  <span>{x}</span>\n  <b>y</b>\n</div>'],
    ['of Vue', '<template>\n  <el-button @click="go">x</el-button>\n</template>'],
    [
      'of a whole page',
      '<!doctype html>\n<html>\n<head><title>x</title></head>\n<body></body></html>'.slice(16),
    ],
    ['of generics', 'const a = new Map<string, Array<A>>()\nif (a<b && c>d) {}'],
    ['with a span of its own', '<ul>\n  <li><span class="count">7</span></li>\n</ul>'],
    ['of styles and scripts', '<style>a{}</style>\n<script>go()</script>'],
  ])('%s', (_, code) => {
    expect(text(`<pre><code>${code}</code></pre><p>后</p>`)).toBe(`${code.trim()}\n后`)
  })

  test('also within a line', () => {
    expect(text('<p>用 <code><div></code> 和 <code>$<HTMLElement>()</code></p>')).toBe(
      '用 <div> 和 $<HTMLElement>()',
    )
  })
})

describe('markup in code stays markup', () => {
  test.each([
    [
      'of a highlighter',
      '<span class="hljs-keyword">let</span> a = <span class="hljs-number">1</span>',
      'let a = 1',
    ],
    ['with short names', '<span><span class="k">let</span> a</span>', 'let a'],
    ['in coloured spans', '<span style="color: #f00">let</span> a', 'let a'],
    ['a line break', 'a<br>b', 'a\nb'],
    ['emphasis and links', 'a <b>b</b> <a href="https://e.example">c</a>', 'a b c'],
    ['around code that is escaped', '<div class="x">&lt;p&gt;a&lt;/p&gt;</div>', '<p>a</p>'],
    ['lines', '<div class="line">a</div><div class="line">b</div>', 'a\nb'],
    ['the label of a copy button', 'a<div>\n<span class="copy-code-btn">copy</span>', 'a<div>\ncopy'],
    [
      'a copy button with an icon',
      '<button class="copy"><svg><path d="x"></path></svg>copy</button>a',
      'copya',
    ],
  ])('%s', (_, code, expected) => {
    expect(text(`<pre><code>${code}</code></pre>`)).toBe(expected)
  })

  test('paragraphs and pictures that only stand in a pre', () => {
    const tree = parseHtml('<pre><p>a</p><p><img src="x"></p></pre>')
    expect(elementsOf(tree).map(each => each.tagName)).toEqual(['pre', 'p', 'p', 'img'])
  })
})

test.each([
  '<p>a<br>b</p><ul><li>c<li>d</ul>',
  '<img src="data:image/png;base64,AAAA" alt="a<b>c" data-v-1e2a>',
  '<a href=x target=_blank onclick>y</a><o:p>z</o:p>',
  '<table><tr><td nowrap width= >a</td></tr></table>',
  '<b>never closed',
  '<!-- <p> --><p>a</p>',
])('ordinary markup is left alone: %s', html => {
  expect(escapeStrayBrackets(html)).toBe(html)
})

test('a long text of open tags takes no more time than its length asks for', () => {
  for (const piece of ['<code>', '<pre>', '<a ', '<iframe>', '<!--', '<pre><code>', '</pre', '<x<'])
    expect(escapeStrayBrackets(piece.repeat(200_000)).length).toBeGreaterThan(0)
})
