import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { buildBlocks } from './build-blocks.ts'
import { markCentred, settleCentred } from './mark-centred.ts'

const TEXT = `<p>${'潮'.repeat(200)}</p>`
const marked = (html: string) => {
  const tree = parseHtml(html + TEXT)
  markCentred(tree)
  buildBlocks(tree)
  settleCentred(tree)
  return serializeHtml(tree).replace(TEXT, '')
}

test.each([
  ['by style', '<p style="color:red; text-align : center">a</p>'],
  ['by attribute', '<p align="CENTER">a</p>'],
  ['by element', '<center>a</center>'],
  ['by box', '<div align="center"><font size="2">a</font></div>'],
])('a short line centred %s stays centred', (_, html) => {
  expect(marked(html)).toMatch(/^<p class="centred">(<font size="2">)?a/)
})

test.each([
  ['a long paragraph', `<p align="center">${'河'.repeat(61)}</p>`],
  ['a paragraph aligned otherwise', '<p style="text-align:right">a</p>'],
  ['a picture', '<p align="center"><img src="a"></p>'],
  ['several blocks', '<center><p>a</p><p>b</p></center>'],
  ['a heading', '<h2 align="center">a</h2>'],
])('%s is not marked', (_, html) => {
  expect(marked(html)).not.toContain('centred')
})

test('an article that is centred as a whole is set as any other', () => {
  expect(marked(`<p align="center">${'河'.repeat(50)}</p>`.repeat(9))).not.toContain('centred')
})
