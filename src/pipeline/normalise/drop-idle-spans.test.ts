import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { dropIdleSpans } from './drop-idle-spans.ts'

const rest = (html: string) => {
  const tree = parseHtml(html)
  dropIdleSpans(tree)
  return serializeHtml(tree)
}

test.each([
  ['<p>a<span class="x" style="y">b</span>c</p>', '<p>abc</p>'],
  ['<p><font size="2"><span>a</span></font></p>', '<p>a</p>'],
  [
    '<p><span lang="en">a</span><span id="n1">b</span><span dir="rtl">c</span></p>',
    '<p><span lang="en">a</span><span id="n1">b</span><span dir="rtl">c</span></p>',
  ],
  ['<pre><code><span class="k">a</span></code></pre>', '<pre><code><span class="k">a</span></code></pre>'],
])('%s becomes %s', (html, expected) => {
  expect(rest(html)).toBe(expected)
})
