import { expect, test } from 'vitest'
import { elementsOf, parseHtml, plainText, serializeHtml } from '../html.ts'
import { sanitise } from '../sanitise.ts'
import { normalise } from './index.ts'

const article = (html: string) => {
  const tree = parseHtml(html)
  normalise(tree)
  sanitise(tree)
  return tree
}

test.each([
  ['in text', '<p>主控 SRAM<HMB<FTL）</p><p>后</p>', '主控 SRAM<HMB<FTL）'],
  [
    'in code',
    '<pre><code>new List<Class<? extends Plugin>>()</code></pre>',
    'List<Class<? extends Plugin>>()',
  ],
])('a bare < %s does not eat what follows it', (_, html, text) => {
  expect(plainText(article(html))).toContain(text)
})

test('a command copied out of the article has plain spaces', () => {
  expect(serializeHtml(article('<pre>curl\u00a0-L\u00a0x</pre>'))).toContain('curl -L x')
})

test('invisible characters do not reach the page', () => {
  expect(serializeHtml(article('<p>a\u200bb\ufeffc</p>'))).toBe('<p>abc</p>')
})

test.each([
  ['with an address that is none', '<img src="javascript:alert(1)">'],
  ['with an address that cannot be loaded', '<img src="file:///etc/passwd">'],
])('a picture %s leaves no figure behind', (_, html) => {
  expect(elementsOf(article(`<p>a</p>${html}`), 'figure', 'img')).toEqual([])
})

test('a link around paragraphs is kept in each', () => {
  const links = elementsOf(article('<a href="/x"><p>a</p><p>b</p></a>'), 'a')
  expect(links.map(plainText)).toEqual(['a', 'b'])
})

test('lines of a text without any markup stay lines', () => {
  expect(plainText(article('一、渡口\n二、码头\n\n三、桥'))).toBe('一、渡口 二、码头 三、桥')
  expect(elementsOf(article('一、渡口\n二、码头\n\n三、桥'), 'br', 'p').length).toBeGreaterThan(1)
})
