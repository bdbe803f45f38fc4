import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { groupPictures } from './group-pictures.ts'

const BARE = '<figure><img></figure>'
const CAPTIONED = '<figure><img><figcaption>x</figcaption></figure>'
const group = (...figures: string[]) => `<div class="picture-group">${figures.join('')}</div>`

test.each([
  ['two pictures with one caption', `${BARE}${CAPTIONED}`, group(BARE, CAPTIONED)],
  ['a captioned one before them', `${CAPTIONED}${BARE}${CAPTIONED}`, `${CAPTIONED}${group(BARE, CAPTIONED)}`],
  ['one picture', CAPTIONED, CAPTIONED],
  ['pictures without a caption', `${BARE}${BARE}`, `${BARE}${BARE}`],
  ['a picture with text between', `${BARE}<p>y</p>${CAPTIONED}`, `${BARE}<p>y</p>${CAPTIONED}`],
  ['a whole gallery', `${BARE.repeat(20)}${CAPTIONED}`, `${BARE.repeat(20)}${CAPTIONED}`],
])('%s', (_, html, expected) => {
  const tree = parseHtml(html)
  groupPictures(tree)
  expect(serializeHtml(tree)).toBe(expected)
})
