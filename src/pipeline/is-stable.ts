import { type Element, HTML, isElement, isText, type Node, type Parent } from './html.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements that a parser ends an open `<p>` for. */
const ENDS_PARAGRAPH = words(
  'p h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd hr table figure figcaption details summary div aside',
)
const HEADINGS = words('h2 h3 h4 h5 h6')

/** Elements that a parser only takes in these parents; anywhere else it moves or drops something. */
const PARENTS: Record<string, ReadonlySet<string>> = {
  caption: words('table'),
  col: words('colgroup'),
  colgroup: words('table'),
  dd: words('dl'),
  dt: words('dl'),
  li: words('ul ol'),
  rp: words('ruby'),
  rt: words('ruby'),
  tbody: words('table'),
  td: words('tr'),
  tfoot: words('table'),
  th: words('tr'),
  thead: words('table'),
  tr: words('tbody thead tfoot'),
}

/** Parents that take nothing else: what strays in, a parser moves out. */
const STRICT = words('table tbody thead tfoot tr colgroup')

/**
 * Whether a tree comes out of a parser as it went in. A paragraph within a paragraph does not, nor a link within a
 * link: written down and read again, they stand side by side. When in doubt it says no.
 */
export const isStable = (parent: Parent): boolean => areStable(parent, '', false, false)

function areStable(parent: Parent, parentTag: string, inParagraph: boolean, inLink: boolean): boolean {
  const isStrict = STRICT.has(parentTag)
  for (const node of parent.childNodes) {
    if (isElement(node) ? !isElementStable(node, parentTag, inParagraph, inLink) : isStrict && hasText(node))
      return false
  }
  return true
}

function isElementStable(
  element: Element,
  parentTag: string,
  inParagraph: boolean,
  inLink: boolean,
): boolean {
  const { tagName } = element
  const parents = Object.hasOwn(PARENTS, tagName) ? PARENTS[tagName] : undefined
  if (parents ? !parents.has(parentTag) : STRICT.has(parentTag)) return false
  if (inParagraph && ENDS_PARAGRAPH.has(tagName)) return false
  if (inLink && tagName === 'a') return false
  if (HEADINGS.has(tagName) && HEADINGS.has(parentTag)) return false
  if (element.namespaceURI !== HTML) return false
  return areStable(element, tagName, inParagraph || tagName === 'p', inLink || tagName === 'a')
}

const hasText = (node: Node) => isText(node) && node.value.trim() !== ''
