import { expect, test } from 'vitest'
import { elementsOf, getAttribute, parseHtml } from '../html.ts'
import { openFrames } from './open-frames.ts'
import { restorePictures } from './restore-pictures.ts'

const addresses = (html: string) => {
  const tree = parseHtml(html)
  openFrames(tree)
  restorePictures(tree)
  return elementsOf(tree, 'img').map(image => getAttribute(image, 'src'))
}
const A = 'https://e.example/a.jpg'
const B = 'https://e.example/b.jpg'

test.each([
  [
    'stands in for a lazy one without an address',
    `<img class="lazy" src="loading.gif"><noscript><img src="${A}"></noscript>`,
    [A],
  ],
  [
    'stands in for one that follows it',
    `<noscript><img src="${A}"></noscript><img class="lazy" src="data:image/gif;base64,R0lGOD">`,
    [A],
  ],
  [
    'is not shown twice',
    `<img class="lazy" data-src="${A}" src="loading.gif"> <noscript><img src="${A}"></noscript>`,
    [A],
  ],
  ['is another picture', `<img src="${B}"><noscript><img src="${A}"></noscript>`, [B, A]],
  ['stands alone', `<p>x</p><noscript><p><img src="${A}"></p></noscript>`, [A]],
  ['is no picture', '<noscript>Please enable scripts</noscript>', []],
  ['is hostile', '<noscript><img src="javascript:x" onerror="x"></noscript>', []],
])('a picture in <noscript> %s', (_, html, expected) => {
  expect(addresses(html)).toEqual(expected)
})

test('a <picture> gives the address of its source to an image without one', () => {
  expect(addresses(`<picture><source srcset="${A} 800w, ${B} 1600w"><img alt=""></picture>`)).toEqual([B])
})
