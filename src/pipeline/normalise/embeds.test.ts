import fc from 'fast-check'
import { expect, test } from 'vitest'
import { embedOf } from '../../shared/embeds.ts'
import { elementsOf, getAttribute, parseHtml, serializeHtml } from '../html.ts'
import { sanitise } from '../sanitise.ts'
import { normalise } from './index.ts'

const article = (html: string) => {
  const tree = parseHtml(html)
  normalise(tree)
  sanitise(tree)
  return tree
}
const cleaned = (html: string) => serializeHtml(article(html))

test('a card without a title speaks the language of its article', () => {
  const frame = '<iframe src="https://v.qq.com/txp/iframe/player.html?vid=x0123abcdef"></iframe>'
  expect(cleaned(`<p>江边</p>${frame}`)).toContain('来自腾讯视频的内容')
  expect(cleaned(`<p>By the river</p>${frame}`)).toContain('From Tencent Video')
})

test('a seed cannot make a card of its own', () => {
  const html = cleaned('<figure class="embed embed-wide"><a href="https://e.example/">x</a></figure>')
  expect(html).not.toContain('embed')
})

test('a player in a link, a list, a quotation or bold text is a card in its place', () => {
  const frame = '<iframe src="https://player.vimeo.com/video/12345678"></iframe>'
  for (const html of [
    `<a href="/x">${frame}</a>`,
    `<ul><li>a${frame}</li></ul>`,
    `<blockquote>${frame}</blockquote>`,
    `<b>a${frame}b</b>`,
  ])
    expect(elementsOf(article(html), 'figure').map(each => getAttribute(each, 'class'))).toEqual([
      'embed embed-wide',
    ])
})

test.each([
  ['a relative address', '<iframe src="/player.html"></iframe>'],
  ['no address', '<iframe></iframe>'],
  ['a script for an address', '<iframe src="jav&#x09;ascript:alert(1)"></iframe>'],
  [
    'a page of its own',
    '<iframe srcdoc="<script>x</script>" src="https://www.youtube.com/embed/a-B_c1D2e3F"></iframe>',
  ],
  ['no room', '<iframe src="https://www.youtube.com/embed/a-B_c1D2e3F" height="1"></iframe>'],
])('a frame with %s leaves nothing behind', (_, html) => {
  expect(cleaned(`<p>a</p>${html}`)).toBe('<p>a</p>')
})

test('a file that every browser plays comes first, without a proxy and by https', () => {
  const html =
    '<video><source src="a.webm"><source src="https://p.workers.dev/?http://m.example/a.mp4?x=1"></video>'
  const [video] = elementsOf(article(html), 'video')
  expect(getAttribute(video!, 'src')).toBe('https://m.example/a.mp4?x=1')
})

test('whatever frames and media a seed holds, cards lead to known pages, and no film begins by itself', () => {
  const address = fc.oneof(
    fc.constantFrom(
      'https://www.youtube.com/embed/a-B_c1D2e3F',
      '//player.bilibili.com/player.html?aid=1',
      'javascript:x',
      'https://e.example/a.mp4',
      'data:video/mp4;base64,AAAA',
      'https://e.example/"><script>',
    ),
    fc.string(),
  )
  const name = fc.constantFrom(
    'src',
    'data-src',
    'poster',
    'autoplay',
    'loop',
    'preload',
    'srcdoc',
    'title',
    'width',
    'class',
    'onerror',
  )
  const element = fc
    .tuple(
      fc.constantFrom('iframe', 'embed', 'object', 'video', 'audio', 'source', 'param'),
      fc.array(fc.tuple(name, address), { maxLength: 4 }),
    )
    .map(
      ([tag, attributes]) =>
        `<${tag} ${attributes.map(([key, value]) => `${key}="${value.replaceAll('"', '&quot;')}"`).join(' ')}></${tag}>`,
    )
  fc.assert(
    fc.property(fc.array(element, { maxLength: 5 }), elements => {
      for (const found of elementsOf(article(elements.join('a')))) {
        if (/^embed/.test(getAttribute(found, 'class') ?? ''))
          expect(embedOf(new URL(getAttribute(elementsOf(found, 'a')[0]!, 'href')!))).toBeDefined()
        if (/^(video|audio)$/.test(found.tagName)) {
          expect(getAttribute(found, 'src')).toMatch(/^https:\/\//)
          expect(getAttribute(found, 'preload')).toBe('none')
          expect(
            found.attrs.map(each => each.name).filter(each => /autoplay|loop|muted|^on/.test(each)),
          ).toEqual([])
        }
        expect(found.tagName).not.toMatch(/^(iframe|embed|object|source|param)$/)
      }
    }),
  )
})
