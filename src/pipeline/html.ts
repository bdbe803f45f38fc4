/** The few tree operations the passes share, on parse5's own nodes: a spec-compliant parse without a DOM. */
import { defaultTreeAdapter, parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'

export type Node = Tree.ChildNode
export type Element = Tree.Element
export type Parent = Tree.DocumentFragment | Tree.Element

/** Deeper nesting than this carries no meaning and would overflow whatever recurses. */
const MAX_DEPTH = 200

/** The namespace of HTML elements; those of SVG and MathML have others. */
export const HTML = 'http://www.w3.org/1999/xhtml'

/**
 * Parses the body of a seed. The tree is at most `MAX_DEPTH` deep; what lies deeper moves up to that level.
 *
 * @param withLines tells where each element stands, for a price
 */
export function parseHtml(html: string, withLines = false): Tree.DocumentFragment {
  const fragment = parseFragment(escapeStrayBrackets(html), { sourceCodeLocationInfo: withLines })
  limitDepth(fragment)
  return fragment
}

export const serializeHtml = (parent: Parent): string => serialize(parent)

export const isElement = (node: Node | Parent, ...tags: string[]): node is Element =>
  'tagName' in node && (tags.length === 0 || (tags.includes(node.tagName) && node.namespaceURI === HTML))

export const isText = (node: Node): node is Tree.TextNode => node.nodeName === '#text'

export const getAttribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(attribute => attribute.name === name)?.value

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
  const attrs = Object.entries(attributes).map(([name, value]) => ({
    name,
    value,
  }))
  const element = defaultTreeAdapter.createElement(tag, HTML as Element['namespaceURI'], attrs)
  setChildren(element, children)
  return element
}

export const createText = (value: string): Tree.TextNode => defaultTreeAdapter.createTextNode(value)

export function setChildren(parent: Parent, children: Node[]): void {
  for (const child of children) child.parentNode = parent
  parent.childNodes = children
}

/** Puts `nodes` where `node` was. */
export function replaceNode(node: Node, ...nodes: Node[]): void {
  const parent = node.parentNode as Parent
  for (const each of nodes) each.parentNode = parent
  parent.childNodes.splice(parent.childNodes.indexOf(node), 1, ...nodes)
}

export const removeNode = (node: Node): void => replaceNode(node)

/** All elements below `parent` in document order, or those with one of `tags`. A snapshot: the tree may change meanwhile. */
export function elementsOf(parent: Parent, ...tags: string[]): Element[] {
  const found: Element[] = []
  const visit = (node: Parent) => {
    for (const child of node.childNodes)
      if (isElement(child)) {
        if (tags.length === 0 || tags.includes(child.tagName)) found.push(child)
        visit(child)
      }
  }
  visit(parent)
  return found
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
  const text = node.childNodes.map(textOf).join('')
  return 'tagName' in node && LINES.has(node.tagName) ? `\n${text}\n` : text
}

/** The text with runs of white space as one space and without invisible characters. */
export const plainText = (node: Node | Parent): string => tidyText(textOf(node))

export const tidyText = (text: string): string =>
  text
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The elements of HTML, old ones too: https://html.spec.whatwg.org/multipage/indices.html#elements-3 */
const ELEMENTS = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas ' +
    'caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption ' +
    'figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend ' +
    'li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p ' +
    'param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select slot small source span ' +
    'strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'
  ).split(' '),
)

/**
 * Feeds do not escape `<` in code and prose: `Class<? extends Plugin>`, `SRAM<HMB<FTL`. What begins no element of HTML,
 * no custom one (with a hyphen or colon) and no comment is text.
 */
export const escapeStrayBrackets = (html: string): string =>
  html.replace(
    /<(?!!--|!doctype|!\[CDATA)(\/?([a-z][\w:-]*)(?=[\s/>]))?/gi,
    (found, tag?: string, name?: string) =>
      tag && name && (ELEMENTS.has(name.toLowerCase()) || /[-:]/.test(name)) ? found : `&lt;${tag ?? ''}`,
  )

function limitDepth(root: Parent): void {
  let level: Parent[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === MAX_DEPTH) for (const parent of level) setChildren(parent, leavesOf(parent))
    level = level.flatMap(parent => parent.childNodes.filter(child => isElement(child)))
  }
}

/** Everything below `parent` that holds nothing itself, in order, found without recursion. */
function leavesOf(parent: Parent): Node[] {
  const leaves: Node[] = []
  const stack: Node[] = [...parent.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node) && node.childNodes.length > 0)
      for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index]!)
    else leaves.push(node)
  }
  return leaves
}
