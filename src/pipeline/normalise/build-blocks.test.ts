import { describe, expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { buildBlocks } from './build-blocks.ts'

const built = (html: string) => {
  const tree = parseHtml(html)
  buildBlocks(tree)
  return serializeHtml(tree)
}

describe('paragraphs', () => {
  test.each([
    ['loose text is one', 'a <b>b</b>', '<p>a <b>b</b></p>'],
    ['one line break does not end one', 'a<br>b', '<p>a<br>b</p>'],
    ['two do, with white space between or not', 'a<br> \n<br>b<br><br><br>c', '<p>a</p><p>b</p><p>c</p>'],
    ['two inside bold cut the bold', '<b>a<br><br>b</b>', '<p><b>a</b></p><p><b>b</b></p>'],
    ['breaks at the ends go', '<p><br>a<br></p>', '<p>a</p>'],
    ['wrappers go', '<div><section><p>a</p></section>b</div>', '<p>a</p><p>b</p>'],
    [
      'a block inside an inline element ends one',
      '<span>a<p>b</p>c</span>',
      '<p><span>a</span></p><p><span>b</span></p><p><span>c</span></p>',
    ],
    ['nothing is none', ' \n<br>', ''],
  ])('%s', (_, html, expected) => {
    expect(built(html)).toBe(expected)
  })
})

test.each([
  ['out of a paragraph', '<p>a<img src="x">b</p>', '<p>a</p><figure><img src="x"></figure><p>b</p>'],
  ['out of bold in bold', '<b>a<i><img src="x"></i></b>', '<p><b>a</b></p><figure><img src="x"></figure>'],
  ['out of a heading', '<h2>a<img src="x"></h2>', '<h2>a</h2><figure><img src="x"></figure>'],
  ['with its link', '<a href="y"><img src="x"></a>', '<figure><a href="y"><img src="x"></a></figure>'],
  [
    'within an item',
    '<ul><li>a<img src="x"></li></ul>',
    '<ul><li><p>a</p><figure><img src="x"></figure></li></ul>',
  ],
  [
    'within a quotation',
    '<blockquote><img src="x"></blockquote>',
    '<blockquote><figure><img src="x"></figure></blockquote>',
  ],
  [
    'within a table',
    '<table><tbody><tr><td><img src="x"></td></tr></tbody></table>',
    '<div class="table-box" tabindex="0"><table><tbody><tr><td><figure><img src="x"></figure></td></tr></tbody></table></div>',
  ],
])('a picture stands in a figure of its own, %s', (_, html, expected) => {
  expect(built(html)).toBe(expected)
})

test('a sign within the text stays there', () => {
  const html = '<p>a<img src="x" class="inline-picture">b</p>'
  expect(built(html)).toBe(html)
})

describe('figures', () => {
  test.each([
    [
      'the caption goes to the last picture',
      '<figure><img src="1"><img src="2"><figcaption>c</figcaption></figure>',
      '<figure><img src="1"></figure><figure><img src="2"><figcaption>c</figcaption></figure>',
    ],
    [
      'an empty caption is none',
      '<figure><img src="1"><figcaption><b> </b></figcaption></figure>',
      '<figure><img src="1"></figure>',
    ],
    [
      'a caption may come first',
      '<figure><figcaption>c</figcaption><img src="1"></figure>',
      '<figure><img src="1"><figcaption>c</figcaption></figure>',
    ],
    [
      'without a picture what it held stays',
      '<figure><pre>x</pre><figcaption>c</figcaption></figure>',
      '<pre tabindex="0">x</pre><p>c</p>',
    ],
    ['a caption without its figure is text', '<figcaption>c</figcaption>', '<p>c</p>'],
    [
      'captions of nested figures stay with theirs, once',
      '<figure><figure><img src="1"><figcaption>a</figcaption></figure><figcaption>b</figcaption></figure>',
      '<figure><img src="1"><figcaption>a</figcaption></figure><p>b</p>',
    ],
  ])('%s', (_, html, expected) => {
    expect(built(html)).toBe(expected)
  })
})

describe('lists', () => {
  test.each([
    ['an item of one paragraph is a line', '<ul><li><p>a</p></li></ul>', '<ul><li>a</li></ul>'],
    ['an item of two keeps them', '<ul><li><p>a</p><p>b</p></li></ul>', '<ul><li><p>a</p><p>b</p></li></ul>'],
    ['a list in a list', '<ul><li>a<ol><li>b</li></ol></li></ul>', '<ul><li>a<ol><li>b</li></ol></li></ul>'],
    [
      'a list that strayed between items',
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
    ],
    ['text before the first item', '<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['an item without a list is text', '<li>a</li>', '<p>a</p>'],
    ['terms and what they mean', '<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['terms in groups', '<dl><div><dt>a</dt><dd>b</dd></div></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ])('%s', (_, html, expected) => {
    expect(built(html)).toBe(expected)
  })
})

test('code is kept to the letter and can be scrolled by keyboard', () => {
  expect(built('<pre><code>  a\n\n\tb</code></pre>')).toBe('<pre tabindex="0"><code>  a\n\n\tb</code></pre>')
})

test('a table in a table is boxed once', () => {
  const html = built('<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>')
  expect(html.match(/<table>/g)).toHaveLength(2)
  expect(html.match(/table-box/g)!.length).toBeLessThanOrEqual(2)
})
