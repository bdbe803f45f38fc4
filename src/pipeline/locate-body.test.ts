import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elementsOf, getAttribute } from './html.ts'
import { locateBody, picturePlaces } from './locate-body.ts'

test('elements and attributes are found behind brackets that begin no element', () => {
  const { tree, placeOf } = locateBody('a < b\nList<String> <b class="x" title=\'y\'>c</b> 1<2', 7)
  const [bold] = elementsOf(tree, 'b')
  expect(placeOf(bold!)).toEqual({ line: 8, column: 14 })
  expect(placeOf(bold!, 'title')).toEqual({ line: 8, column: 27 })
  expect(placeOf(bold!, 'none')).toEqual({ line: 8, column: 14 })
})

test('what the file does not hold stands where the body begins', () => {
  const { tree, placeOf } = locateBody('\n<table><tr><td>a</td></tr></table>', 7)
  expect(placeOf(elementsOf(tree, 'tbody')[0]!)).toEqual({ line: 7, column: 1 })
  expect(placeOf(elementsOf(tree, 'td')[0]!)).toEqual({ line: 8, column: 12 })
})

test('any mixture of brackets, elements and lines keeps the places of its elements', () => {
  const part = fc.constantFrom(
    '<',
    ' < ',
    '<<',
    '&lt;',
    '<Foo>',
    '</x>',
    '\n',
    '渡',
    '😀',
    '<!-- < -->',
    '<i>',
    '</i>',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.constant(null)), { maxLength: 40 }), parts => {
      let marks = 0
      const html = parts.map(each => each ?? `<u id="${marks++}">`).join('')
      const { tree, placeOf } = locateBody(html, 1)
      const lines = html.split('\n')
      // The parser makes copies of what is open across others; the first of each is the one in the file.
      for (const element of elementsOf(tree, 'u')) {
        const { line, column } = placeOf(element)
        expect(lines[line - 1]!.slice(column - 1)).toMatch(
          new RegExp(`^<u id="${getAttribute(element, 'id')}">`),
        )
      }
    }),
  )
})

test('a picture is found by any of its addresses, without a proxy', () => {
  const placeOf = picturePlaces(
    '<p>a</p>\n <img src="x.gif" data-src="https://p.example/?http://e.example/a.jpg">',
    3,
  )
  expect(placeOf('http://e.example/a.jpg')).toEqual({ line: 4, column: 2 })
  expect(placeOf('x.gif')).toEqual({ line: 4, column: 2 })
  expect(placeOf('y.gif')).toEqual({ line: 3, column: 1 })
})
