import {
  createText,
  type Element,
  getAttribute,
  isElement,
  type Node,
  type Parent,
  setChildren,
  textOf,
  tidyText,
} from '../html.ts'

/** Elements that say something without holding anything. */
const SPEAKING = new Set(['img', 'hr', 'br', 'wbr', 'td', 'th', 'col', 'colgroup', 'tr', 'video', 'audio'])

/** Removes elements with neither text nor picture: `<p></p>`, `<p><br></p>`, `<a href></a>`, `<ul> </ul>`. */
export function dropEmptyElements(body: Parent): void {
  setChildren(body, body.childNodes.flatMap(withoutHusks))
}

function withoutHusks(node: Node): Node[] {
  if (!isElement(node)) return [node]
  dropEmptyElements(node) // first what is inside: what held only husks is one
  if (SPEAKING.has(node.tagName) || node.childNodes.some(isFull)) return [node]
  // A link within the article leads here.
  if (getAttribute(node, 'id') !== undefined) return [node]
  // A bold or coloured space still parts two words.
  return isElement(node, 'span', 'b', 'strong', 'i', 'em', 'font', 'a') && textOf(node) !== ''
    ? [createText(' ')]
    : []
}

const isFull = (node: Node) => (isElement(node) ? !isLineBreak(node) : tidyText(textOf(node)) !== '')

const isLineBreak = (element: Element) => element.tagName === 'br' || element.tagName === 'wbr'
