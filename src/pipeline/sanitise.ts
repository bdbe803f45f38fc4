import {
  allowedTags,
  droppedTags,
  idPrefix,
  isAllowedAttribute,
  isPlausibleSize,
  leadsOutside,
  outsideRel,
} from '../shared/html-policy.ts'
import {
  type Element,
  getAttribute,
  HTML,
  isElement,
  isText,
  isTidy,
  type Node,
  type Parent,
  serializeHtml,
  setAttribute,
  setChildren,
  withoutPiles,
} from './html.ts'
import { isStable } from './is-stable.ts'
import { reworkChildren } from './normalise/rework-children.ts'
import { parseBounded } from './parse-bounded.ts'

/**
 * Leaves only what `html-policy` allows. Elements that hold no text for a reader go with their content, other
 * unknown ones are unwrapped; links to elsewhere are made harmless. Doing it twice changes nothing, and the browser's
 * gate (`purifier.ts`) finds nothing left to do.
 */
export function sanitise(parent: Parent): void {
  cleanChildren(parent)
  // What a browser makes of it, and what was checked, must be one and the same.
  for (let round = 0; round < MAX_ROUNDS && !isStable(parent); round++) {
    setChildren(parent, parseBounded(serializeHtml(parent), false).childNodes)
    cleanChildren(parent)
    dropHusks(parent)
  }
}

/** Each round mends what the one before brought about; two are enough for all that is known. */
const MAX_ROUNDS = 4

function cleanChildren(parent: Parent): void {
  reworkChildren(parent, cleanNode)
}

/** A parser leaves an empty paragraph on either side of what it takes out of one. */
function dropHusks(parent: Parent): void {
  const isHusk = (node: Node) => isElement(node, 'p') && node.childNodes.every(isBlank)
  if (parent.childNodes.some(isHusk))
    setChildren(
      parent,
      parent.childNodes.filter(node => !isHusk(node)),
    )
  for (const node of parent.childNodes) if (isElement(node)) dropHusks(node)
}

const isBlank = (node: Node) => isText(node) && node.value.trim() === ''

/** What stands for the node, if it does not itself. */
function cleanNode(node: Node): Node[] | undefined {
  if (isText(node)) return cleanText(node)
  if (!isElement(node) || droppedTags.has(node.tagName)) return []
  cleanChildren(node)
  if (!allowedTags.has(node.tagName) || node.namespaceURI !== HTML) return node.childNodes
  cleanAttributes(node)
  if (node.tagName === 'tr') limitColumns(node)
  if (node.tagName === 'pre') dropFirstLineEnd(node)
  return undefined
}

/** What text must not hold: control characters, and what turns the order of letters around: code reads as it runs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/g

function cleanText(text: Extract<Node, { nodeName: '#text'; value: string }>): Node[] | undefined {
  if (isTidy(text.value)) return text.value ? undefined : []
  text.value = withoutPiles(text.value.replace(UNFIT, ''))
  return text.value ? undefined : []
}

function cleanAttributes(element: Element): void {
  if (element.attrs.length === 0) return
  for (const attribute of element.attrs) attribute.value = tidied(attribute.name, attribute.value)
  element.attrs = element.attrs.filter(
    ({ name, value, namespace }) =>
      !namespace && name !== 'target' && name !== 'rel' && isAllowedAttribute(element.tagName, name, value),
  )
  const href = getAttribute(element, 'href')
  if (href !== undefined && leadsOutside(href)) {
    setAttribute(element, 'target', '_blank')
    setAttribute(element, 'rel', outsideRel)
  }
  if (!isPlausibleSize(getAttribute(element, 'width'), getAttribute(element, 'height')))
    element.attrs = element.attrs.filter(({ name }) => name !== 'width' && name !== 'height')
}

/** The value as the browser's gate would leave it. */
function tidied(name: string, value: string): string {
  const trimmed = value.trim()
  if (name === 'id') return prefixed(trimmed)
  if (name === 'open' || name === 'reversed') return ''
  if (name !== 'href' && name !== 'src') return trimmed
  // As browsers read an address: https://url.spec.whatwg.org/#concept-basic-url-parser
  const address = trimmed.replace(/[\t\n\r]+/g, '').replace(/^data:/i, 'data:')
  return name === 'href' && /^#./.test(address) ? `#${prefixed(address.slice(1))}` : address
}

const prefixed = (id: string) => (id.startsWith(idPrefix) ? id : idPrefix + id)

/** More columns than this are no table but an attempt to make one of millions. */
const MAX_COLUMNS = 1000

function limitColumns(row: Element): void {
  let columns = 0
  for (const cell of row.childNodes)
    if (isElement(cell)) columns += Number(getAttribute(cell, 'colspan') ?? 1)
  if (columns <= MAX_COLUMNS) return
  for (const cell of row.childNodes)
    if (isElement(cell)) cell.attrs = cell.attrs.filter(({ name }) => name !== 'colspan')
}

/** A parser leaves out a line end that is the first thing in a `<pre>`; so it would be gone the next time. */
function dropFirstLineEnd(pre: Element): void {
  const [first] = pre.childNodes
  if (!first || !isText(first)) return
  first.value = first.value.replace(/^\n+/, '')
  if (first.value === '') pre.childNodes.shift()
}
