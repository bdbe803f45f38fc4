import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { trimLines } from './trim-lines.ts'

const trimmed = (html: string) => {
  const tree = parseHtml(html)
  trimLines(tree)
  return serializeHtml(tree)
}

test.each([
  ['full-width spaces at the start', '<p>\u3000\u3000潮水</p>', '<p>潮水</p>'],
  ['no-break spaces at either end', '<p>\u00a0\u00a0a\u00a0</p>', '<p>a</p>'],
  ['spaces inside bold', '<p><b>\u3000 a</b></p>', '<p><b>a</b></p>'],
  ['spaces over several nodes', '<li> <b> </b>\u3000a</li>', '<li><b></b>a</li>'],
  ['the indent of each line', '<p>a<br>\u3000\u3000b<br>\n\u3000c</p>', '<p>a<br>b<br>c</p>'],
  ['a line break at either end', '<p><br>\na<br></p>', '<p>a</p>'],
])('takes away %s', (_, html, expected) => {
  expect(trimmed(html)).toBe(expected)
})

test.each(['<p>a\u3000b</p>', '<p><img src="x"> a</p>', '<pre>  a </pre>', '<p>a <b>b</b> c</p>'])(
  'leaves %s alone',
  html => {
    expect(trimmed(html)).toBe(html)
  },
)
