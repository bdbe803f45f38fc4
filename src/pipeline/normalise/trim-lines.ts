import { elementsOf, isElement, isText, type Node, type Parent, setChildren } from '../html.ts'

const LINES = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
  'summary',
  'caption',
]

/**
 * Takes away the spaces that indent a paragraph, full-width ones as of old, and those at its end. The page indents, or
 * does not, by itself.
 */
export function trimLines(body: Parent): void {
  for (const line of elementsOf(body, ...LINES)) {
    dropOuterBreaks(line)
    trimStart(line)
    trimEnd(line)
  }
  // Each parent once, however many breaks it holds.
  for (const parent of new Set(elementsOf(body, 'br').map(({ parentNode }) => parentNode as Parent)))
    trimAfterBreaks(parent)
}

/** A line break first or last breaks nothing. */
function dropOuterBreaks(line: Parent): void {
  const isFiller = (node: Node) => isElement(node, 'br') || (isText(node) && node.value.trim() === '')
  const nodes = line.childNodes
  const start = nodes.findIndex(node => !isFiller(node))
  const end = nodes.findLastIndex(node => !isFiller(node)) + 1
  if (start > 0 || end < nodes.length) setChildren(line, nodes.slice(Math.max(start, 0), end))
}

function trimStart(parent: Parent): void {
  for (const node of parent.childNodes) {
    if (isText(node)) {
      node.value = node.value.trimStart()
      if (node.value !== '') return
    } else if (isElement(node) && isInline(node)) {
      trimStart(node)
      if (node.childNodes.some(isFull)) return
    } else return
  }
}

function trimEnd(parent: Parent): void {
  for (let index = parent.childNodes.length - 1; index >= 0; index--) {
    const node = parent.childNodes[index]!
    if (isText(node)) {
      node.value = node.value.trimEnd()
      if (node.value !== '') return
    } else if (isElement(node) && isInline(node)) {
      trimEnd(node)
      if (node.childNodes.some(isFull)) return
    } else return
  }
}

/** Lines of one paragraph may each be indented by two full-width spaces. */
function trimAfterBreaks(parent: Parent): void {
  parent.childNodes.forEach((node, index) => {
    const before = parent.childNodes[index - 1]
    if (isText(node) && before && isElement(before, 'br'))
      node.value = node.value.replace(/^\s*\u3000[\s\u3000]*/, '')
  })
}

const isInline = (node: Node) =>
  isElement(node, 'span', 'strong', 'b', 'em', 'i', 'a', 'font', 'u', 's', 'small', 'mark')

const isFull = (node: Node) => !isText(node) || node.value !== ''
