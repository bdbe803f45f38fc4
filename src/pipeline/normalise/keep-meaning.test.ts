import { describe, expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { keepMeaning } from './keep-meaning.ts'

const kept = (html: string) => {
  const tree = parseHtml(html)
  keepMeaning(tree)
  return serializeHtml(tree)
}

const inside = (html: string) => kept(html).replace(/ (style|color)="[^"]*"/g, '')

describe('what a style means becomes an element', () => {
  test.each([
    ['bold', '<span style="font-weight: bold">a</span>', '<span><strong>a</strong></span>'],
    ['bold by number', '<p style="color:red;font-weight:700">a</p>', '<p><strong>a</strong></p>'],
    ['italics', '<font style="font-style:italic">a</font>', '<font><em>a</em></font>'],
    ['struck out', '<span style="text-decoration: line-through">a</span>', '<span><s>a</s></span>'],
    ['underlined', '<span style="text-decoration: underline">a</span>', '<span><u>a</u></span>'],
    ['raised', 'E=mc<span style="vertical-align:super">2</span>', 'E=mc<span><sup>2</sup></span>'],
    ['lowered', 'H<span style="vertical-align: sub;">2</span>O', 'H<span><sub>2</sub></span>O'],
    ['struck out by an old element', '<strike>a</strike>', '<s>a</s>'],
    ['typewritten', '<tt>a</tt>', '<code>a</code>'],
  ])('%s', (_, html, expected) => {
    expect(inside(html)).toBe(expected)
  })
})

describe('what means nothing does not', () => {
  test.each([
    ['a colour', '<span style="color: red">a</span>'],
    ['an ordinary weight', '<span style="font-weight: 400">a</span>'],
    ['bold around blocks', '<div style="font-weight:bold"><p>a</p><p>b</p></div>'],
    ['bold over a long text', `<p style="font-weight:bold">${'潮'.repeat(400)}</p>`],
    ['bold around nothing', '<span style="font-weight:bold"> </span>'],
    ['the line below a link', '<a href="x"><span style="text-decoration:underline">a</span></a>'],
    ['the place of a picture', '<span style="vertical-align: super"><img src="a"></span>'],
    ['a style in code', '<pre><span style="font-weight:bold">a</span></pre>'],
  ])('%s', (_, html) => {
    expect(kept(html)).toBe(html)
  })
})

test.each([
  ['bold in bold', '<strong>a<strong>b</strong>c</strong>', '<strong>abc</strong>'],
  ['bold by element and style', '<b><span style="font-weight:bold">a</span></b>', '<b><span>a</span></b>'],
  ['italics in italics', '<em>a<i>b</i></em>', '<em>ab</em>'],
  ['bold in a heading', '<h2><strong>a</strong> b</h2>', '<h2>a b</h2>'],
])('stress is said once: %s', (_, html, expected) => {
  expect(inside(html)).toBe(expected)
})

test.each([
  ['of an item', '<ul><li><h1>a</h1></li></ul>', '<ul><li><strong>a</strong></li></ul>'],
  [
    'of an item with white space',
    '<ul><li>\n<h3>a</h3>\n</li></ul>',
    '<ul><li>\n<strong>a</strong>\n</li></ul>',
  ],
])('a heading that is all %s is bold', (_, html, expected) => {
  expect(kept(html)).toBe(expected)
})

test('a heading above the text of an item stays one', () => {
  const html = '<ul><li><h3>a</h3><p>b</p></li></ul>'
  expect(kept(html)).toBe(html)
})
