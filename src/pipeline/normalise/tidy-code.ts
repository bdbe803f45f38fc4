import {
  createElement,
  createText,
  type Element,
  elementsOf,
  getAttribute,
  isElement,
  isText,
  type Node,
  type Parent,
  replaceNode,
  setChildren,
} from '../html.ts'
import { languageOf } from './language-of.ts'

/** Cells and lists of line numbers, by the names highlighters give them. */
const LINE_NUMBERS =
  /(^|\s)(gutter|rouge-gutter|blob-num|hljs-ln-(numbers|n|line-numbers)|line-?nos?|linenodiv|linenos|line-numbers?(-rows)?|lnt|ln|pre-numbering|code-snippet__line-index)(\s|$)/
/** Elements within code that stand for a line. */
const LINES = new Set(['div', 'p', 'li', 'tr'])
/** What an author may stress in code, or link to. */
const KEPT = new Set([
  'a',
  'b',
  'strong',
  'em',
  'i',
  'mark',
  'u',
  's',
  'del',
  'ins',
  'sub',
  'sup',
  'kbd',
  'img',
])

/**
 * Brings every way to set code to one: `<pre><code class="language-x">`, with the letters and spaces of the code and
 * no more. Line numbers, labels and the highlighting of the source go.
 */
export function tidyCode(body: Parent): void {
  for (const table of elementsOf(body, 'table')) unwrapCodeTable(table)
  for (const figure of elementsOf(body, 'figure')) putNameFirst(figure)
  for (const pre of elementsOf(body, 'pre')) tidyPre(pre)
}

/** A table of two cells, the line numbers and the code: the code stays. */
function unwrapCodeTable(table: Element): void {
  const cells = elementsOf(table, 'td')
  const [code] = elementsOf(table, 'pre').slice(-1)
  if (!code || cells.length !== 2 || isWithin(code, cells[0]!)) return
  if (!/^[\d\s]*$/.test(textOfCode(cells[0]!.childNodes))) return
  replaceNode(table, code)
}

/** The caption of code is the name of its file: it stands above. */
function putNameFirst(figure: Element): void {
  const caption = figure.childNodes.find(node => isElement(node, 'figcaption')) as Element | undefined
  if (!caption || elementsOf(figure, 'pre').length === 0 || elementsOf(figure, 'img').length > 0) return
  caption.tagName = caption.nodeName = 'p'
  setChildren(figure, [caption, ...figure.childNodes.filter(node => node !== caption)])
}

function tidyPre(pre: Element): void {
  if (isWrapper(pre)) {
    pre.tagName = pre.nodeName = 'div'
    return
  }
  const language = languageOf(pre)
  const isStressed = elementsOf(pre).some(isKept)
  const nodes = isStressed ? stressedCode(pre) : [createText(trimLines(textOfCode(pre.childNodes)))]
  const hasCode = language !== '' || elementsOf(pre, 'code').length > 0
  pre.attrs = pre.attrs.filter(({ name }) => name === 'id')
  setChildren(
    pre,
    hasCode ? [createElement('code', language ? { class: `language-${language}` } : {}, nodes)] : nodes,
  )
}

/** Some editors set ordinary paragraphs and pictures in a `<pre>`. */
const isWrapper = (pre: Element) =>
  elementsOf(pre, 'code').length === 0 &&
  elementsOf(pre, 'p', 'img', 'figure', 'table', 'blockquote').length > 0

const isKept = (element: Element) =>
  KEPT.has(element.tagName) &&
  getAttribute(element, 'class') === undefined && // what has a class is a highlighter's
  (element.tagName !== 'a' || /^https?:/i.test(getAttribute(element, 'href') ?? '')) &&
  (element.tagName === 'img' || textOfCode(element.childNodes) !== '')

/** The text of code as it was typed. */
function textOfCode(nodes: Node[]): string {
  let text = ''
  const startLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }
  const add = (node: Node) => {
    if (isText(node)) text += node.value
    if (!isElement(node) || isLineNumber(node)) return
    if (node.tagName === 'br') text += '\n'
    const isLine = LINES.has(node.tagName) || isLineOfCode(node)
    if (isLine) startLine()
    node.childNodes.forEach(add)
    if (isLine) endLine(node)
  }
  // An empty line is one too.
  const endLine = (node: Element) => {
    if (!text.endsWith('\n') || node.childNodes.length === 0) text += '\n'
  }
  nodes.forEach(add)
  return plainSpaces(text)
}

/** Each line in a `<code>` of its own. */
const isLineOfCode = (node: Element) =>
  node.tagName === 'code' &&
  node.parentNode!.childNodes.length > 1 &&
  node.parentNode!.childNodes.filter(each => isElement(each, 'code')).length > 1

const isLineNumber = (element: Element) => LINE_NUMBERS.test(getAttribute(element, 'class') ?? '')

/** Code with the author's own stress: what highlighters put around it goes, the rest stays as it is. */
function stressedCode(pre: Element): Node[] {
  const keep = (node: Node): Node[] => {
    if (isText(node)) return [createText(plainSpaces(node.value))]
    if (!isElement(node) || isLineNumber(node)) return []
    if (node.tagName === 'br') return [createText('\n')]
    const inner = node.childNodes.flatMap(keep)
    if (isKept(node)) {
      setChildren(node, inner)
      return [node]
    }
    return LINES.has(node.tagName) ? [...inner, createText('\n')] : inner
  }
  return pre.childNodes.flatMap(keep)
}

const plainSpaces = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2002\u2003]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')

/** Without blank lines at either end and spaces at the end of the last. Indentation stays. */
const trimLines = (text: string) => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()

function isWithin(node: Node, ancestor: Element): boolean {
  let parent = node.parentNode as Parent | null
  while (parent && parent !== ancestor)
    parent = 'parentNode' in parent ? (parent.parentNode as Parent | null) : null
  return parent === ancestor
}
