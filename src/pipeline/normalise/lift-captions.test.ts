import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { isCaption, liftCaptions } from './lift-captions.ts'

test.each([
  '图片来源：河岸档案馆',
  '图源：网络',
  '图 1：水位与月相的对比图显示，大潮总在朔望之后。',
  '图一、码头旧影',
  '图/林岸',
  '▲ 雨后的石桥',
  '↑清晨的渡口',
  '清晨的渡口。本站记者 林岸 摄',
  '渡口（林岸 摄）',
  '渡口夜景。新华社发（林岸 摄）',
  '林岸供图',
  '（来自：水务局）',
  '（图自：水务局）',
  '(via Harbour Office)',
  'Photo by Lin An',
  'Figure 2. The harbour at low tide',
  'Source: Harbour Office',
])('"%s" reads as a caption', text => {
  expect(isCaption(text)).toBe(true)
})

test.each([
  '',
  '从图中可以看出，水位在下降。',
  '如下图所示：',
  '图书馆今天关门。',
  '图形界面换了新样子。',
  '作者 | 林岸',
  '他从不爱自拍摄',
  '照片由游客拍摄',
  '（本文由林岸原创发布）',
  '船到对岸时，太阳已经照在石阶上，',
  '来源可靠的消息说，渡口明天关闭。',
  `图 1：${'潮'.repeat(200)}`,
])('"%s" is the article going on', text => {
  expect(isCaption(text)).toBe(false)
})

const lifted = (html: string) => {
  const tree = parseHtml(html)
  liftCaptions(tree)
  return serializeHtml(tree)
}

test('a caption moves into the figure before it, with its links', () => {
  expect(lifted('<figure><img></figure><p>（来自：<a href="x">局</a>）</p><p>y</p>')).toBe(
    '<figure><img><figcaption>（来自：<a href="x">局</a>）</figcaption></figure><p>y</p>',
  )
})

test.each([
  ['a figure that has a caption', '<figure><img><figcaption>a</figcaption></figure><p>图 1：b</p>'],
  ['a figure that something else follows', '<figure><img></figure><h2>图 1：b</h2>'],
  ['a figure further up', '<figure><img></figure><p>x</p><p>图 1：b</p>'],
  ['the last figure of an article', '<p>图 1：b</p><figure><img></figure>'],
])('no caption is lifted into %s', (_, html) => {
  expect(lifted(html)).toBe(html)
})

test('of two pictures in a row the last gets the caption', () => {
  expect(lifted('<figure><img></figure><figure><img></figure><p>▲ x</p>')).toBe(
    '<figure><img></figure><figure><img><figcaption>▲ x</figcaption></figure>',
  )
})
