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
  removeNodes,
  replaceNode,
  replaceNodes,
  serializeHtml,
  setAttribute,
  textOf,
  tidyText,
  withoutPiles,
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
    ['nothing turns the order of letters around', '<p>a\u202eb\u2066c\u061cd</p>', 'abcd'],
    ['marks are not piled up', `<p>e${'\u0301'.repeat(99)}</p>`, `e${'\u0301'.repeat(8)}`],
    ['blocks part words', '<ul><li>one</li><li>two</li></ul><p>three</p>', 'one two three'],
  ])('%s', (_, html, text) => {
    expect(plainText(parseHtml(html))).toBe(text)
  })
})

test.each(['div', 'b', 'blockquote', 'font', 'ul><li', 'table><tr><td', 'a href=x'])(
  'nesting <%s> 10,000 deep is flattened without losing the text in it',
  tag => {
    const tree = parseHtml(`${`<${tag}>`.repeat(10_000)}deep`)
    expect(plainText(tree)).toBe('deep')
    expect(depthOf(serializeHtml(tree))).toBeLessThan(500)
  },
)

test.each(['svg', 'math'])('nesting <%s> 10,000 deep, which holds no text, ends', tag => {
  expect(depthOf(serializeHtml(parseHtml(`${`<${tag}>`.repeat(10_000)}deep`)))).toBeLessThan(500)
})

test('a text that is in order already is tidied as any other', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2 }),
    fc.constantFrom(
      ' ',
      '  ',
      '\n',
      '\u3000',
      '\u00a0',
      '\u202e',
      '\ufeff',
      '水',
      '“',
      'a',
      '\u0301'.repeat(9),
      '：',
    ),
  )
  fc.assert(
    fc.property(fc.array(unit), units => {
      const text = units.join('')
      const tidied = text
        .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
      expect(tidyText(text)).toBe(withoutPiles(tidied))
    }),
    { numRuns: 5000 },
  )
}, 60_000)

test('a script that lies too deep does not become text', () => {
  const html = `${'<div>'.repeat(300)}a<script>b</script><style>c</style>`
  expect(serializeHtml(parseHtml(html))).not.toMatch(/>[^<]*[bc]/)
  expect(plainText(parseHtml(html))).toBe('a')
})

test('inline elements within each other are unwrapped from a certain depth on, and blocks within them stay', () => {
  const tags = Array.from({ length: 40 }, (_, index) => (index % 2 ? 'b' : 'em'))
  const tree = parseHtml(`${tags.map(tag => `<${tag}>`).join('')}<p>one</p><p>two <u>three</u></p>`)
  expect(plainText(tree)).toBe('one two three')
  expect(elementsOf(tree, 'b', 'em', 'u').length).toBeLessThan(20)
  expect(elementsOf(tree, 'p')).toHaveLength(2)
})

describe('formatting that is never closed', () => {
  test('goes on in the next paragraphs, as HTML asks for', () => {
    expect(serializeHtml(parseHtml('<p><b><em>x</p><p>y</p>'))).toBe(
      '<p><b><em>x</em></b></p><p><b><em>y</em></b></p>',
    )
  })

  test('does not make a tree of the square of its length', () => {
    const html = Array.from({ length: 2000 }, (_, index) => `<p><font color="${index}">x`).join('')
    const tree = parseHtml(html)
    expect(elementsOf(tree, 'font').length).toBeLessThan(2000 * 10)
    expect(plainText(tree)).toBe('x '.repeat(2000).trim())
  })

  test('is closed by its end tag however many are open', () => {
    const open = Array.from({ length: 30 }, (_, index) => `<font color="${index}">`).join('')
    const html = serializeHtml(parseHtml(`${open}x${'</font>'.repeat(30)}y`))
    expect(html.endsWith('y')).toBe(true)
  })
})

test('many nodes of one parent are replaced and removed at once', () => {
  const tree = parseHtml('<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>')
  const [a, b] = elementsOf(tree, 'p')
  replaceNodes(
    new Map([
      [a!, [createText('1'), createText('2')]],
      [b!, []],
    ]),
  )
  removeNodes(elementsOf(tree, 'li').slice(0, 1))
  expect(serializeHtml(tree)).toBe('12<ul><li>d</li></ul>')
  expect(tree.childNodes[0]!.parentNode).toBe(tree)
})

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
