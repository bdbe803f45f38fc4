import { describe, expect, test } from 'vitest'
import { elementsOf, getAttribute, parseHtml } from '../html.ts'
import { withoutProxy } from './picture-address.ts'
import { isPicture, restorePictures } from './restore-pictures.ts'

const restored = (html: string) => {
  const tree = parseHtml(html)
  restorePictures(tree)
  return elementsOf(tree, 'img')
}
const restoredOne = (html: string) => restored(html)[0]!

describe('the true address of a picture', () => {
  test.each([
    ['as it stands', 'https://e.example/a.jpg', 'https://e.example/a.jpg'],
    ['behind a proxy', 'https://p.example/?http://e.example/a.jpg', 'http://e.example/a.jpg'],
    ['behind two', 'https://p.example/?https://q.example/?https://e.example/a', 'https://e.example/a'],
    [
      'behind a proxy, with a query',
      'https://p.example/?http://e.example/a?b=1&c=2',
      'http://e.example/a?b=1&c=2',
    ],
    ['without a scheme', '//e.example/a.jpg', 'https://e.example/a.jpg'],
    ['a query that is no proxy', 'https://e.example/a.jpg?https', 'https://e.example/a.jpg?https'],
    [
      'a path before the query',
      'https://e.example/go?http://x.example/',
      'https://e.example/go?http://x.example/',
    ],
    ['beside the seed', 'pictures/a.jpg', 'pictures/a.jpg'],
    ['beside the seed, with a space in its name', 'pictures/my photo.jpg', 'pictures/my photo.jpg'],
  ])('%s', (_, address, origin) => {
    expect(withoutProxy(address)).toBe(origin)
  })
})

test.each(['data-original', 'data-original-src', 'data-actualsrc', 'data-lazy-src', 'data-src'])(
  'a lazy loader that keeps the address in %s is undone',
  attribute => {
    const image = restoredOne(`<img src="blank.gif" ${attribute}="https://e.example/a.jpg">`)
    expect(getAttribute(image, 'src')).toBe('https://e.example/a.jpg')
  },
)

test.each([
  ['https://e.example/a-800x600.jpg', '800', '600'],
  ['https://e.example/a.jpg?w=800&h=600', '800', '600'],
  ['https://e.example/a.jpg@s_2,w_820,h_410', '820', '410'],
  ['https://e.example/1024x768/a.jpg', undefined, undefined],
])('the address %s tells a size', (address, width, height) => {
  const image = restoredOne(`<img src="${address}">`)
  expect([getAttribute(image, 'width'), getAttribute(image, 'height')]).toEqual([width, height])
})

test('the frame around a picture may know its size', () => {
  const image = restoredOne(
    '<div data-width="610" data-height="305"><img src="https://e.example/a.png"></div>',
  )
  expect([getAttribute(image, 'width'), getAttribute(image, 'height')]).toEqual(['610', '305'])
})

test.each([
  [
    'the copy that was shown, not a larger one',
    '<img src="https://e.example/a_720w.jpg" data-original="https://e.example/a_r.jpg">',
    'https://e.example/a_720w.jpg',
  ],
  [
    'the largest of a set',
    '<img srcset="https://e.example/a.jpg 1x, https://e.example/b.jpg 2x">',
    'https://e.example/b.jpg',
  ],
  [
    'one of a set whose addresses hold commas',
    '<img srcset="https://e.example/a,w_800.jpg 800w">',
    'https://e.example/a,w_800.jpg',
  ],
  [
    'the lazy one, where a pixel stands',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://e.example/a.jpg">',
    'https://e.example/a.jpg',
  ],
])('of several addresses a picture has %s', (_, html, address) => {
  expect(getAttribute(restoredOne(html), 'src')).toBe(address)
})

test('a still frame gives way to the picture that moves, and stays its own address', () => {
  const image = restoredOne(
    '<img class="lazy" src="http://e.example/a.jpg" data-original="http://e.example/a.jpg" data-gif-url="http://e.example/a.gif">',
  )
  expect(getAttribute(image, 'src')).toBe('https://e.example/a.gif')
  expect(getAttribute(image, 'data-origin')).toBe('http://e.example/a.jpg')
})

test.each([
  ['of a script that had none', '<img src="https://e.example/post/undefined">'],
  ['of a placeholder', '<img src="https://e.example/img/loading.gif">'],
  ['of a pixel as data', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
  ['of a picture as data that is too large', `<img src="data:image/png;base64,${'A'.repeat(70_000)}">`],
])('an address %s shows nothing', (_, html) => {
  expect(restored(html)).toEqual([])
})

test('a small picture as data stays', () => {
  expect(restored(`<img src="data:image/png;base64,${'A'.repeat(2000)}">`)).toHaveLength(1)
})

const behindProxy = 'https://proxy.example/?http://e.example/a.jpg'

test.each([
  ['the seed showed it through a proxy', `src="${behindProxy}"`, behindProxy],
  ['a lazy loader had its own', `data-original="http://e.example/a.jpg" src="${behindProxy}"`, behindProxy],
  ['there was no proxy', 'src="http://e.example/a.jpg"', undefined],
  [
    'the proxy had another picture',
    'class="lazy" data-original="http://e.example/a.jpg" src="https://proxy.example/?http://e.example/b.jpg"',
    undefined,
  ],
  ['the proxy has no scheme', 'src="//proxy.example/?http://e.example/a.jpg"', undefined],
])('the address as the seed had it is kept beside the own one: %s', (_, attributes, expected) => {
  const image = restoredOne(`<img ${attributes}>`)
  expect(getAttribute(image, 'data-origin')).toBe('http://e.example/a.jpg')
  expect(getAttribute(image, 'data-seed-src')).toBe(expected)
})

test('a lazy address that is unsafe does not replace a good one', () => {
  const image = restoredOne('<img data-src="javascript:alert(1)" src="https://e.example/a.jpg">')
  expect(getAttribute(image, 'src')).toBe('https://e.example/a.jpg')
})

test('a picture is fetched by https while its own address stays as it was', () => {
  const image = restoredOne('<img src="HTTP://e.example/a.jpg">')
  expect(getAttribute(image, 'src')).toBe('https://e.example/a.jpg')
  expect(getAttribute(image, 'data-origin')).toBe('HTTP://e.example/a.jpg')
})

test.each([
  ['width="640" height="480"', '640', '480'],
  ['width="640px" height=" 480 "', '640', '480'],
  ['width="640.5" height="480.4"', '640', '480'],
  ['data-width="800" data-height="600" width="80" height="60"', '800', '600'],
  ['data-rawwidth="800" data-rawheight="600"', '800', '600'],
  ['w="1440" h="811" width="1440" height="462"', '1440', '811'],
  ['data-img-size-val="1080,608"', '1080', '608'],
  ['data-w="1080" data-ratio="0.75"', '1080', '810'],
  ['style="width: 640px; height: 480px"', '640', '480'],
  ['width="640"', '640', undefined],
  ['width="10" height="19000"', undefined, undefined],
  ['width="99999" height="99999"', undefined, undefined],
  ['width="100%" height="auto"', undefined, undefined],
  ['width="-5" height="9999999"', undefined, undefined],
])('the size of <img %s> is understood, or left out', (attributes, width, height) => {
  const image = restoredOne(`<img src="a.jpg" ${attributes}>`)
  expect([getAttribute(image, 'width'), getAttribute(image, 'height')]).toEqual([width, height])
})

test('the name of a file says nothing to anyone', () => {
  expect(getAttribute(restoredOne('<img src="a.jpg" alt="微信图片_2021.JPG">'), 'alt')).toBe('')
})

test('an image keeps its words and nothing that the source hung on it', () => {
  const image = restoredOne('<img src="a.jpg" alt="桥" title="t" class="lazy" onload="x()" style="y">')
  expect(image.attrs.map(({ name }) => name)).toEqual(['src', 'alt', 'data-origin'])
  expect(getAttribute(image, 'alt')).toBe('桥')
})

test.each([
  '<img alt="no address">',
  '<img src="">',
  '<img src="https://count.example/p.gif" width="1" height="1">',
  '<img src="https://count.example/p.gif" width="0" height="0">',
])('%s shows nothing and goes', html => {
  expect(restored(`<p>${html}</p>`)).toEqual([])
})

test.each([
  ['an emoji by its class', '<img class="wp-emoji" src="a.png">', false],
  ['a formula', '<img eeimg="1" src="a.png">', false],
  ['an image of the size of a letter', '<img src="a.png" width="24" height="24">', false],
  ['an image just larger than a sign', '<img src="a.png" width="49" height="20">', true],
  ['an image of unknown size', '<img src="a.png">', true],
  ['a class that only resembles', '<img class="remoji" src="a.png">', true],
])('%s: is it a picture of the article?', (_, html, expected) => {
  expect(isPicture(restoredOne(html))).toBe(expected)
})
