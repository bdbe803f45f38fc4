import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { dropIdleRules } from './drop-idle-rules.ts'

const rest = (html: string) => {
  const tree = parseHtml(html)
  dropIdleRules(tree)
  return serializeHtml(tree)
}

test.each([
  ['first or last', '<hr><p>a</p><hr>', '<p>a</p>'],
  ['below a heading', '<p>a</p><h2>b</h2><hr><p>c</p>', '<p>a</p><h2>b</h2><p>c</p>'],
  ['beside another', '<p>a</p><hr><hr><p>b</p>', '<p>a</p><hr><p>b</p>'],
  ['between paragraphs, where it stays', '<p>a</p><hr><p>b</p>', '<p>a</p><hr><p>b</p>'],
  ['alone', '<hr>', ''],
])('a rule %s', (_, html, expected) => {
  expect(rest(html)).toBe(expected)
})
