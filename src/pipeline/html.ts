/** The few tree operations the passes share, on parse5's own nodes: a spec-compliant parse without a DOM. */
import { defaultTreeAdapter, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { droppedTags } from '../shared/html-policy.ts'
import { parseBounded } from './parse-bounded.ts'
import { escapeStrayBrackets } from './stray-brackets.ts'

export type Node = Tree.ChildNode
export type Element = Tree.Element
export type Parent = Tree.DocumentFragment | Tree.Element

/** Deeper nesting than this carries no meaning and would overflow whatever recurses. */
const MAX_DEPTH = 200

/** So many inline elements within each other: `build-blocks` copies them all around every line they hold. */
const MAX_INLINES = 6

/** The namespace of HTML elements; those of SVG and MathML have others. */
export const HTML = 'http://www.w3.org/1999/xhtml'

/**
 * Parses the body of a seed. The tree is at most `MAX_DEPTH` deep; what lies deeper moves up to that level. Whatever
 * the body holds, time and memory grow with its length and no faster.
 *
 * @param withLines tells where each element stands, for a price
 */
export function parseHtml(html: string, withLines = false): Tree.DocumentFragment {
  const fragment = parseBounded(escapeStrayBrackets(html), withLines)
  limitDepth(fragment)
  return fragment
}

export const serializeHtml = (parent: Parent): string => serialize(parent)

export const isElement = (node: Node | Parent, ...tags: string[]): node is Element =>
  (node as Element).tagName !== undefined &&
  (tags.length === 0 || (tags.includes((node as Element).tagName) && (node as Element).namespaceURI === HTML))

export const isText = (node: Node): node is Tree.TextNode => node.nodeName === '#text'

export function getAttribute({ attrs }: Element, name: string): string | undefined {
  for (let index = 0; index < attrs.length; index++)
    if (attrs[index]!.name === name) return attrs[index]!.value
  return undefined
}

/** The first of these attributes that holds something. */
export function firstAttribute(element: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = getAttribute(element, name)?.trim()
    if (value) return value
  }
  return undefined
}

export function setAttribute(element: Element, name: string, value: string): void {
  const attribute = element.attrs.find(each => each.name === name)
  if (attribute) attribute.value = value
  else element.attrs.push({ name, value })
}

export function createElement(
  tag: string,
  attributes: Record<string, string> = {},
  children: Node[] = [],
): Element {
  const attrs = []
  for (const name in attributes) attrs.push({ name, value: attributes[name]! })
  const element = defaultTreeAdapter.createElement(tag, HTML as Element['namespaceURI'], attrs)
  setChildren(element, children)
  return element
}

export const createText = (value: string): Tree.TextNode => defaultTreeAdapter.createTextNode(value)

export function setChildren(parent: Parent, children: Node[]): void {
  for (const child of children) child.parentNode = parent
  parent.childNodes = children
}

/** Puts `nodes` where `node` was. For more than a few of one parent, `replaceNodes` does it in one go. */
export function replaceNode(node: Node, ...nodes: Node[]): void {
  const parent = node.parentNode as Parent
  for (const each of nodes) each.parentNode = parent
  parent.childNodes.splice(parent.childNodes.indexOf(node), 1, ...nodes)
}

export const removeNode = (node: Node): void => replaceNode(node)

/** Puts others where each of these nodes was; the children of a parent are read once, however many go. */
export function replaceNodes(others: ReadonlyMap<Node, Node[]>): void {
  for (const parent of new Set([...others.keys()].map(node => node.parentNode as Parent)))
    setChildren(
      parent,
      parent.childNodes.flatMap(child => others.get(child) ?? [child]),
    )
}

export const removeNodes = (nodes: Iterable<Node>): void =>
  replaceNodes(new Map([...nodes].map(node => [node, []])))

/** All elements below `parent` in document order, or those with one of `tags`. A snapshot: the tree may change meanwhile. */
export function elementsOf(parent: Parent, ...tags: string[]): Element[] {
  const found: Element[] = []
  collectElements(parent, tags, found)
  return found
}

function collectElements({ childNodes }: Parent, tags: string[], found: Element[]): void {
  for (let index = 0; index < childNodes.length; index++) {
    const child = childNodes[index]!
    if (!isElement(child)) continue
    if (tags.length === 0 || tags.includes(child.tagName)) found.push(child)
    if (child.childNodes.length > 0) collectElements(child, tags, found)
  }
}

/** The names of all elements below `parent`. */
export function tagsOf(parent: Parent, tags = new Set<string>()): Set<string> {
  for (const child of parent.childNodes)
    if (isElement(child)) {
      tags.add(child.tagName)
      if (child.childNodes.length > 0) tagsOf(child, tags)
    }
  return tags
}

/** Elements that stand on lines of their own, or end one. */
const LINES = new Set(
  'address article aside blockquote br caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
)

/** The text a reader sees, white space as in the source and a line break around what has lines of its own. */
export function textOf(node: Node | Parent): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node)) return ''
  let text = ''
  for (const child of node.childNodes) text += textOf(child)
  return 'tagName' in node && LINES.has(node.tagName) ? `\n${text}\n` : text
}

/** The text with runs of white space as one space and without invisible characters. */
export const plainText = (node: Node | Parent): string => tidyText(textOf(node))

/** Whether there is any plain text. */
export function hasPlainText(node: Node | Parent): boolean {
  if ('value' in node) return SEEN.test(node.value)
  return 'childNodes' in node && node.childNodes.some(hasPlainText)
}

export function tidyText(text: string): string {
  const trimmed = text.trim()
  return isTidy(trimmed) ? trimmed : withoutPiles(text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim())
}

/**
 * Whether a text holds nothing but letters, common signs and single spaces, so that there is nothing to tidy: almost
 * always so, and found out quickly. When in doubt it says no.
 */
export function isTidy(trimmed: string): boolean {
  let before = 0
  for (let index = 0; index < trimmed.length; index++) {
    const unit = trimmed.charCodeAt(index)
    const isPlain =
      unit < 0x300
        ? (unit > 0x20 && unit < 0x7f) || unit > 0xa0 || (unit === 0x20 && before !== 0x20)
        : (unit > 0x3000 && unit < 0xfe00) || unit >= 0xff00 || (unit >= 0x2010 && unit <= 0x2027) // Han, “”…
    if (!isPlain) return false
    before = unit
  }
  return true
}

/** Marks piled up on a letter until they lie over the lines around it; no language needs so many. */
export const withoutPiles = (text: string): string =>
  HAS_MARKS.test(text) ? text.replace(/(\p{M}{8})\p{M}+/gu, '$1') : text

/** The blocks that marks are in: most texts hold none, and this finds out quickly. */
const HAS_MARKS = /[\u0300-\u1fff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/

/**
 * What shows nothing and what turns the order of letters around: a title ending in U+202E would write the page's own
 * words backwards.
 */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** The text of a whole body, to be counted: white space as it is. */
export const countableText = (body: Parent): string => withoutPiles(textOf(body).replace(UNSEEN, ''))

const SEEN = /[^\s\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/

function limitDepth(root: Parent): void {
  let level: { parent: Parent; inlines: number }[] = [{ parent: root, inlines: 0 }]
  for (let depth = 0; level.length > 0; depth++) {
    const next: typeof level = []
    for (const { parent, inlines } of level) {
      if (depth === MAX_DEPTH) setChildren(parent, unwrapped(parent, isElement))
      else if (inlines === MAX_INLINES) setChildren(parent, unwrapped(parent, isInline))
      for (const child of parent.childNodes)
        if (isElement(child)) next.push({ parent: child, inlines: inlines + (isInline(child) ? 1 : 0) })
    }
    level = next
  }
}

const isInline = (node: Node): node is Element => isElement(node) && !LINES.has(node.tagName)

/** What is below `parent`, in order: what the elements to go hold stays, unless it is no text. Without recursion. */
function unwrapped(parent: Parent, goes: (node: Node) => node is Element): Node[] {
  const kept: Node[] = []
  const stack: Node[] = [...parent.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node) && droppedTags.has(node.tagName)) {
      setChildren(node, [])
      kept.push(node)
    } else if (goes(node) && node.childNodes.length > 0)
      for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index]!)
    else kept.push(node)
  }
  return kept
}
