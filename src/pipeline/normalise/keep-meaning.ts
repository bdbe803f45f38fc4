import {
  createElement,
  type Element,
  getAttribute,
  isElement,
  isText,
  type Node,
  type Parent,
  setChildren,
  textOf,
} from '../html.ts'
import { reworkChildren } from './rework-children.ts'

/** Old elements and what says the same today. */
const TODAY: Record<string, string> = { strike: 's', tt: 'code', acronym: 'abbr' }
const BOLD = new Set(['b', 'strong'])
const SLANTED = new Set(['i', 'em'])
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const LINES = new Set(['p', 'div', 'section', 'center', 'li', 'td', 'th', 'dd', 'dt'])
const SPANS = new Set(['span', 'font', 'a', 'u', 'i', 'em', 'b', 'strong', 'label'])

/** What an element does that its `style` may do too, and the mark for it. */
const STYLES: [mark: string, style: RegExp][] = [
  ['strong', /(^|;)\s*font-weight\s*:\s*(bold|bolder|[6-9]\d\d)\b/i],
  ['em', /(^|;)\s*font-style\s*:\s*(italic|oblique)/i],
  ['s', /(^|;)\s*text-decoration(-line)?\s*:[^;]*line-through/i],
  ['u', /(^|;)\s*text-decoration(-line)?\s*:[^;]*underline/i],
  ['sup', /(^|;)\s*vertical-align\s*:\s*(super|text-top)/i],
  ['sub', /(^|;)\s*vertical-align\s*:\s*(sub|text-bottom)\b/i],
]

/** Longer than this is a layout, not a stress. */
const LONGEST_STRESS = 300
const LONGEST_RAISED = 12

interface Around {
  bold: boolean
  slanted: boolean
  heading: boolean
  link: boolean
  /** The list item or cell that begins here. */
  item: boolean
}

/**
 * Turns what styles mean into elements, as styles go: bold, italics, struck out, raised. Takes stress within stress
 * away, and headings that only make an item of a list large.
 */
export function keepMeaning(body: Parent): void {
  keepIn(body, { bold: false, slanted: false, heading: false, link: false, item: false })
}

function keepIn(parent: Parent, around: Around): void {
  reworkChildren(parent, node => (isElement(node) ? keepOf(node, around) : undefined))
}

/** What stands for the element, if it does not itself. */
function keepOf(element: Element, around: Around): Node[] | undefined {
  if (element.tagName === 'pre' || element.tagName === 'code') return undefined
  const today = TODAY[element.tagName]
  if (today) element.tagName = element.nodeName = today
  const { tagName } = element
  const isBold = BOLD.has(tagName)
  const isSlanted = SLANTED.has(tagName)
  const isLoneHeading = around.item && HEADINGS.has(tagName)
  const marks = isLoneHeading ? ['strong'] : marksOf(element, around)
  keepIn(element, {
    bold: around.bold || isBold || marks.includes('strong'),
    slanted: around.slanted || isSlanted || marks.includes('em'),
    heading: around.heading || HEADINGS.has(tagName),
    link: around.link || tagName === 'a',
    item: isElement(element, 'li', 'td', 'th', 'dt', 'dd', 'figcaption') && isAlone(element),
  })
  // A heading is bold as it is.
  if ((isBold && (around.bold || around.heading)) || (isSlanted && around.slanted)) return element.childNodes
  for (const mark of marks) setChildren(element, [createElement(mark, {}, element.childNodes)])
  return isLoneHeading ? element.childNodes : undefined
}

function marksOf(element: Element, around: Around): string[] {
  const style = getAttribute(element, 'style')
  if (!style || !(SPANS.has(element.tagName) || LINES.has(element.tagName))) return []
  const found = STYLES.filter(([, pattern]) => pattern.test(style)).map(([mark]) => mark)
  if (found.length === 0) return []
  const { text, holdsBlocks } = contentOf(element)
  return found.filter(mark => {
    if (text === 0 || text > LONGEST_STRESS || holdsBlocks) return false
    if (mark === 'strong') return !around.bold && !around.heading && !BOLD.has(element.tagName)
    if (mark === 'em') return !around.slanted && !SLANTED.has(element.tagName)
    if (mark === 'u') return !around.link && isElement(element, 'span', 'font') // not the line of a link
    return mark === 's' || (isElement(element, 'span', 'font') && text <= LONGEST_RAISED)
  })
}

/** How much text there is, and whether blocks or pictures are among it. Looks no further than a stress is long. */
function contentOf(element: Element): { text: number; holdsBlocks: boolean } {
  let text = 0
  let holdsBlocks = false
  const stack: Node[] = [...element.childNodes]
  for (let node = stack.pop(); node && !holdsBlocks && text <= LONGEST_STRESS; node = stack.pop()) {
    if (isText(node)) text += node.value.trim().length
    if (!isElement(node)) continue
    holdsBlocks =
      LINES.has(node.tagName) || isElement(node, 'img', 'table', 'ul', 'ol', 'pre', 'figure', 'blockquote')
    if (stack.length < LONGEST_STRESS) stack.push(...node.childNodes.slice(0, LONGEST_STRESS))
  }
  return { text, holdsBlocks }
}

/** Whether an element holds nothing but one element. */
const isAlone = (element: Element) =>
  element.childNodes.filter(node => isElement(node) || textOf(node).trim() !== '').length === 1
