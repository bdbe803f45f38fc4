import {
  createElement,
  type Element,
  elementsOf,
  getAttribute,
  isElement,
  type Node,
  type Parent,
  plainText,
  setChildren,
  textOf,
} from '../html.ts'
import { reworkChildren } from './rework-children.ts'

/** A longer line is centred for looks. */
const LONGEST_LINE = 60
/** Where more of an article is centred, in parts of its text, it is its style and means nothing. */
const LARGEST_SHARE = 0.3

const CENTRED = 'centred'
const LINES = ['p', 'div', 'center', 'section', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const BLOCKS = [...LINES, 'ul', 'ol', 'table', 'blockquote', 'pre', 'figure']

/** Marks the short lines that the author centred (verse, a dedication, “* * *”), so that the mark outlives the blocks. */
export function markCentred(body: Parent): void {
  const lines = elementsOf(body, ...LINES).filter(element => isCentred(element) && isLine(element))
  if (lines.length === 0) return
  const length = lines.reduce((sum, line) => sum + plainText(line).length, 0)
  if (length > textOf(body).length * LARGEST_SHARE) return
  for (const line of lines) setChildren(line, [createElement('span', { class: CENTRED }, line.childNodes)])
}

/** A paragraph that holds nothing but a centred line is centred; elsewhere the mark goes. */
export function settleCentred(body: Parent): void {
  if (elementsOf(body, 'span').some(isMark)) settleIn(body, true)
}

function settleIn(parent: Parent, isTop: boolean): void {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue
    const [only, ...others] = child.childNodes
    if (isTop && isElement(child, 'p') && only && others.length === 0 && isMark(only))
      child.attrs.push({ name: 'class', value: CENTRED })
    settleIn(child, false)
  }
  reworkChildren(parent, child => (isMark(child) ? (child as Element).childNodes : undefined))
}

const isMark = (node: Node) => isElement(node, 'span') && getAttribute(node, 'class') === CENTRED

const isCentred = (element: Element) =>
  element.tagName === 'center' ||
  getAttribute(element, 'align')?.toLowerCase() === 'center' ||
  /(^|;)\s*text-align\s*:\s*center/i.test(getAttribute(element, 'style') ?? '')

function isLine(element: Element): boolean {
  const { length } = plainText(element)
  return length > 0 && length <= LONGEST_LINE && elementsOf(element, ...BLOCKS).length === 0
}
