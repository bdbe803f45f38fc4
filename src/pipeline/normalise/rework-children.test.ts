import { expect, test } from 'vitest'
import { createElement, createText, isElement, parseHtml, serializeHtml } from '../html.ts'
import { reworkChildren } from './rework-children.ts'

test('children stay, go or give way to others, which know their parent', () => {
  const tree = parseHtml('<p>a</p><b>b</b><i>c</i><p>d</p>')
  const other = createElement('u', {}, [createText('x')])
  reworkChildren(tree, node =>
    isElement(node, 'b') ? [] : isElement(node, 'i') ? [other, createText('y')] : undefined,
  )
  expect(serializeHtml(tree)).toBe('<p>a</p><u>x</u>y<p>d</p>')
  expect(other.parentNode).toBe(tree)
})

test('where all stay the list is the same', () => {
  const tree = parseHtml('<p>a</p>b')
  const before = tree.childNodes
  reworkChildren(tree, () => undefined)
  expect(tree.childNodes).toBe(before)
})
