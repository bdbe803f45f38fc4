import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createElement,
  createText,
  elementsOf,
  firstAttribute,
  getAttribute,
  isElement,
  parseHtml,
  plainText,
  removeNode,
  replaceNode,
  serializeHtml,
  setAttribute,
  textOf,
} from './html.ts'

test('a node is replaced in place by any number of others, which know their new parent', () => {
  const tree = parseHtml('<p>a</p><p>b</p><p>c</p>')
  const others = [createElement('h2', { id: 'x' }, [createText('1')]), createText('2')]
  replaceNode(tree.childNodes[1]!, ...others)
  expect(serializeHtml(tree)).toBe('<p>a</p><h2 id="x">1</h2>2<p>c</p>')
  expect(others.map(node => node.parentNode)).toEqual([tree, tree])
})

test('a removed node takes what it holds along and leaves its siblings', () => {
  const tree = parseHtml('<p>a<b>b</b>c</p>')
  removeNode(elementsOf(tree, 'b')[0]!)
  expect(serializeHtml(tree)).toBe('<p>ac</p>')
})

test('elements are found in document order, those of some names or all', () => {
  const tree = parseHtml('<p><b>1</b></p><ul><li><b>2</b></li></ul>')
  expect(elementsOf(tree).map(each => each.tagName)).toEqual(['p', 'b', 'ul', 'li', 'b'])
  expect(elementsOf(tree, 'b', 'li').map(plainText)).toEqual(['1', '2', '2'])
})

test('an element of SVG is not taken for the HTML element of that name', () => {
  const tree = parseHtml('<svg><a>x</a></svg>')
  expect(elementsOf(tree).some(each => isElement(each, 'a'))).toBe(false)
})

test('the first attribute that holds more than white space counts', () => {
  const [image] = elementsOf(parseHtml('<img data-src="" data-original="  " src=" a.png ">'))
  expect(firstAttribute(image!, 'data-src', 'data-original', 'src')).toBe('a.png')
  expect(firstAttribute(image!, 'srcset')).toBeUndefined()
})

test('an attribute that is set again keeps one value', () => {
  const element = createElement('img', { src: 'a' })
  setAttribute(element, 'src', 'b')
  setAttribute(element, 'alt', '')
  expect(element.attrs).toEqual([
    { name: 'src', value: 'b' },
    { name: 'alt', value: '' },
  ])
  expect(getAttribute(element, 'width')).toBeUndefined()
})

describe('plain text', () => {
  test.each([
    ['runs of white space are one space', '<p> a \n\t b </p>', 'a b'],
    ['a no-break space is white space', '<p>a&nbsp;&nbsp;b</p>', 'a b'],
    ['invisible characters go', '<p>a\u200bb\ufeffc\u2060d</p>', 'abcd'],
    ['entities are decoded', '<p>&#123;a&#125; &amp;lt;</p>', '{a} &lt;'],
    ['markup within a word does not part it', '<p>w<b>o</b>rd</p>', 'word'],
    ['comments are no text', '<p>a<!-- b -->c</p>', 'ac'],
    ['a line break parts words', '<p>one<br>two</p>', 'one two'],
    ['blocks part words', '<ul><li>one</li><li>two</li></ul><p>three</p>', 'one two three'],
  ])('%s', (_, html, text) => {
    expect(plainText(parseHtml(html))).toBe(text)
  })
})

test.each(['div', 'b', 'blockquote', 'font', 'ul><li', 'table><tr><td', 'a href=x', 'svg'])(
  'nesting <%s> 10,000 deep is flattened without losing the text in it',
  tag => {
    const tree = parseHtml(`${`<${tag}>`.repeat(10_000)}deep`)
    expect(plainText(tree)).toBe('deep')
    expect(depthOf(serializeHtml(tree))).toBeLessThan(500)
  },
)

const depthOf = (html: string) => {
  let depth = 0
  let deepest = 0
  for (const [tag] of html.matchAll(/<\/?[a-z]/g)) {
    depth += tag.startsWith('</') ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

test('text that is escaped reads back as it was, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const readable = text.replace(/[\r\0]/g, '')
      const html = serializeHtml(createElement('div', {}, [createText(readable)]))
      expect(textOf(parseHtml(html))).toBe(readable)
    }),
  )
})
