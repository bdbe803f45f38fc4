import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { normalise } from './index.ts'

const normalised = (html: string) => {
  const tree = parseHtml(html)
  normalise(tree)
  return serializeHtml(tree)
}

test.each([
  ['an id that a link names stays', '<p><a href="#n1">1</a></p><p id="n1">note</p>', 'id="n1"'],
  ['also on a block that goes', '<p><a href="#n1">1</a></p><div id="n1"><p>note</p></div>', 'id="n1"'],
  ['also on an anchor that is empty', '<p><a href="#n1">1</a></p><p><a id="n1"></a>note</p>', 'id="n1"'],
  ['also when it is only its name', '<p><a href="#n1">1</a></p><p><a name="n1"></a>note</p>', '"n1"'],
])('%s', (_, html, mark) => {
  expect(normalised(html)).toContain(mark)
})

test('an id that no link names goes from a picture box', () => {
  expect(
    normalised('<div id="id_imagebox_0"><img src="https://e.example/a.png" id="img_0"></div>'),
  ).not.toContain('id=')
})
