import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { dropEmptyElements } from './drop-empty-elements.ts'

const dropped = (html: string) => {
  const tree = parseHtml(html)
  dropEmptyElements(tree)
  return serializeHtml(tree)
}

test.each([
  '<p></p>',
  '<p><br></p>',
  '<p>&nbsp;</p>',
  '<p>\u200b\ufeff</p>',
  '<ul> </ul>',
  '<a href="x">\n</a>'.replace('\n', ''),
  '<div><p><span></span></p><ul><li></li></ul></div>',
  '<figure><figcaption> </figcaption></figure>',
  '<h2><br><br></h2>',
])('%s says nothing and goes', html => {
  expect(dropped(html)).toBe('')
})

test.each([
  '<p>a</p>',
  '<p><img src="a"></p>',
  '<hr>',
  '<p>a<br>b</p>',
  '<table><tbody><tr><td></td><td>a</td></tr></tbody></table>',
])('%s stays as it is', html => {
  expect(dropped(html)).toBe(html)
})

test('a space that stood in bold still parts two words', () => {
  expect(dropped('<p>one<b> </b>two<a href="x">\n</a>three</p>')).toBe('<p>one two three</p>')
})
