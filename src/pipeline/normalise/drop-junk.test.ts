import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { dropJunk } from './drop-junk.ts'

test.each([
  ['comments, also inside elements', '<!--a--><p>x<!--b--></p>', '<p>x</p>'],
  ['scripts and styles with their text', '<style>a{}</style><p>x<script>y</script></p>', '<p>x</p>'],
  ['hidden elements', '<p hidden>a</p><p style="color:red; display : NONE">b</p><p>x</p>', '<p>x</p>'],
  ['furniture by id', '<div id="recommend_bottom"><p>a</p></div><p>x</p>', '<p>x</p>'],
  ['furniture by class among others', '<div class="a support-author b">tip</div><p>x</p>', '<p>x</p>'],
  ['the label of a copy button', '<code>x<span class="copy-code-btn">copy</span></code>', '<code>x</code>'],
])('drops %s', (_, html, rest) => {
  const tree = parseHtml(html)
  dropJunk(tree)
  expect(serializeHtml(tree)).toBe(rest)
})

test.each([
  '<p class="view-more-about">x</p>',
  '<p style="display:block">x</p>',
  '<p style="background: url(display:none)">x</p>',
  '<p id="article_bottom_line">x</p>',
])('keeps what only looks like junk: %s', html => {
  const tree = parseHtml(html)
  dropJunk(tree)
  expect(serializeHtml(tree)).toBe(html)
})

test('a form is unwrapped in the end, not dropped: some pages stand in one', () => {
  const tree = parseHtml('<form><p>whole article</p></form>')
  dropJunk(tree)
  expect(serializeHtml(tree)).toContain('whole article')
})
