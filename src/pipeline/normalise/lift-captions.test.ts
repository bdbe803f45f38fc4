import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { liftCaptions } from './lift-captions.ts'
import { noteLooks } from './look.ts'

const lifted = (html: string) => {
  const tree = parseHtml(html)
  noteLooks(tree)
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
    '<figure><img></figure><figure><img><figcaption>x</figcaption></figure>',
  )
})

test.each([
  ['a class that says so', '<p class="img-desc">改建前后。很不一样。</p>'],
  ['a label that says so', '<p label="图片描述">改建之前</p>'],
  ['small letters', '<p><font size="2">改建之前</font></p>'],
  ['grey letters', '<p><span style="color: #999">改建之前</span></p>'],
  ['slanted letters', '<p><em>改建之前</em></p>'],
  ['a centred line', '<p style="text-align: center">改建之前</p>'],
  ['small grey letters, even as a sentence', '<p style="color:#888;font-size:12px">改建之前的样子。</p>'],
])('a line after a picture is set apart by %s', (_, line) => {
  expect(lifted(`<figure><img></figure>${line}<p>文章从这里继续往下说。</p>`)).toMatch(
    /<figcaption>.*改建.*<\/figcaption><\/figure><p>文章/,
  )
})

test.each([
  ['is set as the text is', '<p>改建之前</p>'],
  ['is bold: a heading', '<p style="text-align:center"><strong>改建之前</strong></p>'],
  ['is a link to somewhere', '<p style="text-align:center"><a href="x">改建之前</a></p>'],
  ['is a centred sentence', '<p style="text-align: center">一切顺利的话，新桥七月通车。</p>'],
  ['runs on', '<p style="color:#888;font-size:12px">改建之前，</p>'],
])('a line after a picture stays text where it %s', (_, line) => {
  const html = `<figure><img></figure>${line}<p>文章从这里继续往下说。</p>`
  expect(lifted(html)).not.toContain('<figcaption>')
})

test('where the whole article is centred, centring tells nothing', () => {
  const line = '<p style="text-align: center">改建之前</p>'
  expect(lifted(`<figure><img></figure>${line}${line}`)).not.toContain('<figcaption>')
})

test('a name between two pictures could be that of either', () => {
  expect(lifted('<figure><img></figure><p>渡口架构图</p><figure><img></figure>')).not.toContain(
    '<figcaption>',
  )
  expect(lifted('<figure><img></figure><p>渡口架构图</p><p>文章。</p>')).toContain('<figcaption>')
})

test('the source of the whole article at its end is no caption', () => {
  expect(lifted('<figure><img></figure><p>来源：河岸日报</p>')).not.toContain('<figcaption>')
  expect(lifted('<figure><img></figure><p>来源：水务局</p><p>文章。</p>')).toContain('<figcaption>')
})

test('an alternative text that stands below the picture again is its caption', () => {
  expect(lifted('<figure><img alt="两岸的水位。"></figure><p>两岸的水位。</p>')).toContain(
    '<figcaption>两岸的水位。</figcaption>',
  )
})

test('where every paragraph ends as a sentence, a name below a picture is its caption', () => {
  const line = '<figure><img></figure><p>水位记录仪</p>'
  const paragraphs = '<p>河水慢慢退了。</p>'.repeat(4)
  expect(lifted(`${paragraphs}${line}<p>它今年换过。</p>`)).toContain('<figcaption>水位记录仪</figcaption>')
  expect(lifted(`${line}<p>它今年换过。</p>`)).not.toContain('<figcaption>')
  expect(lifted(`${paragraphs}<p>第一步</p>${line}<p>它今年换过。</p>`)).not.toContain('<figcaption>')
})
