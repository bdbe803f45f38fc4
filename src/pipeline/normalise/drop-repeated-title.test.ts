import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { dropRepeatedTitle } from './drop-repeated-title.ts'

const rest = (html: string, title: string) => {
  const tree = parseHtml(html)
  dropRepeatedTitle(tree, title)
  return serializeHtml(tree)
}

test.each([
  ['as a heading', '渡口的一天', '<h1>渡口的一天</h1>'],
  ['in other quotes and spaces', '“渡口” 的一天：上', '<p><strong>「渡口」的一天 : 上</strong></p>'],
  ['with what a file name cannot hold', 'SSH_Telnet 程序 _ 更新', '<h2>SSH/Telnet 程序 | 更新</h2>'],
  ['below a cover', '渡口的一天与一夜', '<figure><img src="a"></figure><p>渡口的一天与一夜</p>'],
  ['nearly, in an h1', '关于渡口和码头的十二个故事', '<h1>关于渡口和码头的十二个故事。</h1>'],
  ['in full-width letters', 'ＡＢＣ 码头', '<p>abc码头</p>'],
])('the title %s is not said twice', (_, title, first) => {
  expect(rest(`${first}<p>正文。</p>`, title)).not.toContain('<h')
  expect(rest(`${first}<p>正文。</p>`, title)).toMatch(/<p>正文。<\/p>$/)
  expect(rest(`${first}<p>正文。</p>`, title)).not.toMatch(/渡口的一天|的一天|SSH|十二|abc/)
})

test.each([
  ['says more', '渡口', '<h1>渡口的一天</h1><p>a</p>'],
  ['stands further down', '渡口的一天', '<p>a</p><p>b</p><p>c</p><p>d</p><p>渡口的一天</p>'],
  ['is all there is', '渡口的一天', '<p>渡口的一天</p>'],
  ['is a short line further down', '渡口', '<p>a</p><p>渡口</p>'],
  ['differs in a number', '版本 1.2 发布', '<p>版本 1.3 发布</p><p>a</p>'],
  ['differs in a sign that counts', 'C++ 入门', '<h2>C 入门</h2><p>a</p>'],
])('a line that %s stays', (_, title, html) => {
  expect(rest(html, title)).toBe(html)
})

test('an article without a title loses nothing', () => {
  expect(rest('<p>。</p><p>a</p>', '')).toBe('<p>。</p><p>a</p>')
})
