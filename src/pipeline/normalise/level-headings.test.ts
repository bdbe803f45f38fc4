import { expect, test } from 'vitest'
import { elementsOf, parseHtml, serializeHtml } from '../html.ts'
import { levelHeadings } from './level-headings.ts'

const levels = (html: string) => {
  const tree = parseHtml(html)
  levelHeadings(tree)
  return elementsOf(tree).map(each => each.tagName)
}

test.each([
  ['h1 in the body gives way to the title', '<h1>a</h1>', ['h2']],
  ['skipped levels close up', '<h2>a</h2><h4>b</h4><h6>c</h6>', ['h2', 'h3', 'h4']],
  ['a body that begins deep begins at h2', '<h5>a</h5><h5>b</h5>', ['h2', 'h2']],
  ['equal headings stay equal', '<h3>a</h3><h1>b</h1><h3>c</h3>', ['h3', 'h2', 'h3']],
  [
    'six levels share the last',
    '<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>',
    ['h2', 'h3', 'h4', 'h5', 'h6', 'h6'],
  ],
])('%s', (_, html, expected) => {
  expect(levels(html)).toEqual(expected)
})

test('a heading keeps its id and content and nothing else', () => {
  const tree = parseHtml('<h1 id="a" style="x">b <em>c</em></h1>')
  levelHeadings(tree)
  expect(serializeHtml(tree)).toBe('<h2 id="a">b <em>c</em></h2>')
})
