import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { dropAdverts } from './drop-adverts.ts'

const rest = (html: string) => {
  const tree = parseHtml(html)
  dropAdverts(tree)
  return serializeHtml(tree)
}

test.each([
  '下载某某APP 阅读更多',
  '点击下载某某客户端，查看全文',
  '打开APP查看更多精彩内容',
  '展开全文',
  '阅读全文 >>',
  '点击阅读原文',
  '点击“阅读原文”报名',
  '查看知乎讨论',
  '感谢本站网友 林岸 的线索投递！',
  '分享到：微博 微信 朋友圈',
  '赞赏',
])('"%s" alone in a paragraph goes', line => {
  expect(rest(`<p>a</p><p>${line}</p>`)).toBe('<p>a</p>')
})

test.each([
  '<p>扫码关注河岸公众号</p>',
  '<p>这个 APP 可以下载地图，阅读更多内容要另外付钱。</p>',
  '<p>下载地图</p>',
  '<p>分享是一种习惯</p>',
  '<p>阅读全文之前，先看两张图。</p>',
  '<p><a href="https://e.example/a">阅读原文</a></p>',
  '<h2>分享</h2>',
])('%s stays', html => {
  expect(rest(html)).toBe(html)
})
