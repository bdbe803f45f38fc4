import { createElement, elementsOf, isElement, isText, type Node, type Parent, setChildren } from '../html.ts'

/** Characters that show nothing. Joiners (U+200C, U+200D) stay: emoji and some scripts need them. */
const INVISIBLE = /[\u200b\u2060\ufeff]/g

/**
 * Brings text to what a reader means to copy: no invisible characters, plain spaces in code; and in a text without any
 * markup, lines stay lines.
 */
export function tidyText(body: Parent): void {
  const elements = elementsOf(body)
  const isPlain = elements.every(element => isElement(element, 'div', 'a'))
  for (const parent of [body, ...elements]) {
    const isCode = isElement(parent, 'pre', 'code')
    for (const node of parent.childNodes) {
      if (!isText(node)) continue
      node.value = node.value.replace(INVISIBLE, '')
      if (isCode) node.value = node.value.replace(/\u00a0/g, ' ')
    }
    if (isPlain) setChildren(parent, parent.childNodes.flatMap(splitLines))
  }
}

/** A text with two `<br>`, the end of a paragraph, in place of each line break. */
function splitLines(node: Node): Node[] {
  if (!isText(node)) return [node]
  return node.value
    .split(/\n\s*/)
    .flatMap((line, index) => [
      ...(index > 0 ? [createElement('br'), createElement('br')] : []),
      { ...node, value: line },
    ])
}
