import { describe, expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { destinationOf, resolveLinks } from './resolve-links.ts'

const resolved = (html: string) => {
  const tree = parseHtml(html)
  resolveLinks(tree)
  return serializeHtml(tree)
}

const END = 'https://e.example/a?b=1#c'
const ENCODED = encodeURIComponent(END)

describe('a link through a redirector leads to its end', () => {
  test.each([
    `http://link.zhihu.com/?target=${ENCODED}`,
    'https://link.zhihu.com/?target=https%3A//e.example/a%3Fb%3D1%23c',
    `https://www.oschina.net/action/GoToLink?url=${ENCODED}`,
    `https://link.juejin.cn?target=${ENCODED}`,
    `https://www.jianshu.com/go-wild?ac=2&url=${ENCODED}`,
    `https://links.jianshu.com/go?to=${ENCODED}`,
    `https://sspai.com/link?target=${ENCODED}`,
    `https://gitee.com/link?target=${ENCODED}`,
    `https://link.csdn.net/?target=${ENCODED}`,
    `https://afdian.net/link?target=${ENCODED}`,
    `https://www.google.com/url?sa=t&q=${ENCODED}`,
    `https://c.duomai.com/track.php?site_id=1&euid=&t=${ENCODED}`,
    `https://apple.pvxt.net/c/1/2/3?u=${ENCODED}`,
    `http://iphone.myzaker.com/zaker/link.php?pk=1&b=${Buffer.from(END).toString('base64')}&target=_new`,
    `https://anywhere.example/redirect?url=${ENCODED}`,
    `https://link.zhihu.com/?target=${encodeURIComponent(`https://www.jianshu.com/go-wild?url=${ENCODED}`)}`,
  ])('%s', address => {
    expect(destinationOf(address)).toBe(END)
  })
})

test.each([
  'https://link.zhihu.com/?target=javascript%3Aalert(1)',
  'https://link.zhihu.com/?target=data%3Atext%2Fhtml%2Cx',
  'https://link.zhihu.com/?target=%2Frelative',
  'https://link.zhihu.com/?target=https%3A%2F%2F',
  'https://link.zhihu.com/?target=https%3A%2F%2F%5Bx',
  `http://iphone.myzaker.com/zaker/link.php?b=${Buffer.from('javascript:alert(1)').toString('base64')}`,
  `https://e.example/article?url=${ENCODED}`,
  `https://www.google.com/search?q=${ENCODED}`,
  `https://service.weibo.com/share/share.php?url=${ENCODED}`,
  '#note-1',
  'mailto:a@e.example',
  'https://[not-an-address/?url=x',
])('%s is left as it is', address => {
  expect(destinationOf(address)).toBe(address)
})

test.each([
  ['https://e.example/?utm_source=a&b=1', 'https://e.example/?b=1'],
  ['https://e.example/?b=1&utm_source=a&utm_medium=c#d', 'https://e.example/?b=1#d'],
  ['https://e.example/?utm_source=a', 'https://e.example/'],
  ['https://e.example/?q=a%20b&c=&d', 'https://e.example/?q=a%20b&c=&d'],
])('marks of campaigns go: %s', (address, expected) => {
  expect(resolved(`<a href="${address.replaceAll('&', '&amp;')}">x</a>`)).toBe(
    `<a href="${expected.replaceAll('&', '&amp;')}">x</a>`,
  )
})

test('a shop does not cut a number in two', () => {
  const shop = `<a href="https://c.duomai.com/track.php?t=${ENCODED}">`
  expect(resolved(`<p>6${shop}4K</a>B 与${shop}手机</a>壳</p>`)).toBe(
    `<p>64KB 与<a href="${END}">手机</a>壳</p>`,
  )
})
