import { expect, test } from 'vitest'
import { elementsOf, parseHtml } from '../html.ts'
import { kindOfPicture } from './picture-kind.ts'
import { sizeOf } from './picture-size.ts'

const kindOf = (html: string) => {
  const image = elementsOf(parseHtml(html), 'img')[0]!
  const address = image.attrs.find(({ name }) => name === 'src')!.value
  return kindOfPicture(image, address, sizeOf(image, address))
}

test.each([
  ['a photograph', '<img src="https://e.example/a.jpg" width="800" height="600">', 'picture'],
  ['a picture of unknown size', '<img src="https://e.example/a.jpg">', 'picture'],
  ['a small picture in the text', '<img src="https://e.example/a.jpg" width="120" height="90">', 'picture'],
  [
    'a large picture that is called a logo',
    '<img class="logo" src="a.png" width="900" height="400">',
    'picture',
  ],
  ['a street called Avatar', '<img src="https://e.example/2021/avatar-road-works.jpg">', 'picture'],
  ['an emoji by its class', '<img class="wp-emoji" src="a.png">', 'sign'],
  ['an emoji by its address', '<img src="https://e.example/emoji/1f600.png">', 'sign'],
  ['a formula', '<img src="https://www.zhihu.com/equation?tex=x" eeimg="1">', 'formula'],
  ['a badge', '<img src="https://img.shields.io/npm/v/x.svg">', 'sign'],
  ['an image of the size of a letter', '<img src="a.png" width="24" height="24">', 'sign'],
  ['an avatar', '<img class="avatar" src="https://e.example/u_l.jpg">', 'nothing'],
  ['an avatar by its address', '<img src="https://e.example/avatar/12.jpg">', 'nothing'],
  [
    'the icon of a section',
    '<div style="float: left"><img src="a.jpg" width="100" height="100"></div>',
    'nothing',
  ],
  ['a small logo', '<img class="site-logo" src="a.png" width="120" height="40">', 'nothing'],
  ['a reward code', '<img alt="赞赏码" src="a.png">', 'nothing'],
  ['a tracker', '<img src="https://e.example/t?x=1" width="1" height="1">', 'nothing'],
  ['a tracker by its style', '<img src="https://e.example/t" style="width:1px;height:1px">', 'nothing'],
  ['a tracker by its host', '<img src="https://hm.baidu.com/hm.gif?si=1">', 'nothing'],
  ['a spacer', '<img src="https://e.example/i/spacer.gif" width="600" height="12">', 'nothing'],
  ['a line drawn between parts', '<img src="https://e.example/a.png" width="680" height="20">', 'nothing'],
  ['a wide chart', '<img src="https://e.example/a.png" width="1116" height="104">', 'picture'],
  ['a code to scan', '<img alt="河岸公众号二维码" src="https://e.example/a.jpg">', 'nothing'],
  ['a code to scan by its name', '<img src="https://e.example/app_qrcode_footer.png">', 'nothing'],
  [
    'a thumbnail in a link',
    '<a href="x"><img src="https://e.example/a.jpg" width="80" height="80">又一篇</a>',
    'nothing',
  ],
  [
    'a badge behind a proxy',
    '<img src="https://p.example/4" data-canonical-src="https://img.shields.io/npm/v/x.svg">',
    'sign',
  ],
  ['a ruled line', '<img src="https://e.example/line.png" width="600" height="2">', 'nothing'],
] as const)('%s', (_, html, kind) => {
  expect(kindOf(html)).toBe(kind)
})
