import {
  createText,
  type Element,
  getAttribute,
  isElement,
  isText,
  type Node,
  type Parent,
  textOf,
} from '../html.ts'
import { reworkChildren } from './rework-children.ts'

/** Elements that say something without holding anything. */
const SPEAKING = new Set(['img', 'hr', 'br', 'wbr', 'td', 'th', 'col', 'colgroup', 'tr', 'video', 'audio'])

/** Removes elements with neither text nor picture: `<p></p>`, `<p><br></p>`, `<a href></a>`, `<ul> </ul>`. */
export function dropEmptyElements(body: Parent): void {
  reworkChildren(body, withoutHusk)
}

function withoutHusk(node: Node): Node[] | undefined {
  if (!isElement(node)) return undefined
  dropEmptyElements(node) // first what is inside: what held only husks is one
  if (SPEAKING.has(node.tagName) || node.childNodes.some(isFull)) return undefined
  // A link within the article leads here.
  if (getAttribute(node, 'id') !== undefined) return undefined
  // A bold or coloured space still parts two words.
  return isElement(node, 'span', 'b', 'strong', 'i', 'em', 'font', 'a') && textOf(node) !== ''
    ? [createText(' ')]
    : []
}

/** Any character but white space and those that show nothing. */
const SEEN = /[^\s\u200b\u200e\u200f\u2060\ufeff]/

const isFull = (node: Node) => (isElement(node) ? !isLineBreak(node) : isText(node) && SEEN.test(node.value))

const isLineBreak = (element: Element) => element.tagName === 'br' || element.tagName === 'wbr'
