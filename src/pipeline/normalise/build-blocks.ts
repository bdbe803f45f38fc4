import {
  createElement,
  type Element,
  elementsOf,
  getAttribute,
  hasPlainText,
  isElement,
  isText,
  type Node,
  type Parent,
  removeNode,
  setAttribute,
  setChildren,
} from '../html.ts'
import { isEmbed } from './embeds.ts'
import { inheritLook, lookAttribute } from './look.ts'
import { isPicture } from './restore-pictures.ts'

/** Elements that only hold other blocks, or parts of a table that have none; they go and what they hold stays. */
const WRAPPERS = new Set(
  'div section article main header footer nav address center form fieldset hgroup body html search menu dir thead tbody tfoot tr colgroup col'.split(
    ' ',
  ),
)
/** Elements whose content is blocks of its own. */
const CONTAINERS = new Set('blockquote details aside'.split(' '))
const HEADINGS = new Set('h1 h2 h3 h4 h5 h6'.split(' '))
/** Elements that hold a line of text, or blocks where that is not enough. */
const ITEMS = new Set('li dt dd td th caption summary figcaption'.split(' '))
const LISTS = new Set('ul ol dl'.split(' '))

/** A place where a paragraph ends. */
const BREAK = 'break'
type Piece = Node | typeof BREAK

/**
 * Rebuilds the tree as a flat run of blocks: loose text and `<br><br>` become paragraphs, wrappers go, and each
 * picture stands by itself in a `<figure>`, out of the paragraph or the bold that held it.
 */
export function buildBlocks(body: Parent): void {
  setChildren(body, blocksOf(body.childNodes))
}

function blocksOf(nodes: Node[]): Element[] {
  // Most of what there is: one text, one paragraph.
  if (nodes.length === 1 && isText(nodes[0]!))
    return isBlank(nodes[0]!) ? [] : [createElement('p', {}, nodes)]
  const blocks: Element[] = []
  let run: Node[] = []
  let before: Piece = BREAK
  /** A picture at the beginning of a line: what a single `<br>` parts from it stands beside it. */
  let leading: Element | undefined
  const endParagraph = () => {
    const content = trimBreaks(run)
    if (content.length > 0) {
      const line = createElement('p', {}, content)
      const isBeside = leading && leading === blocks.at(-1) && isLineBreak(run.find(node => !isBlank(node))!)
      if (isBeside) inheritLook(line, 'beside')
      blocks.push(line)
    }
    run = []
  }
  for (const piece of piecesOf(nodes)) {
    if (piece !== BREAK && !isBlock(piece)) {
      run.push(piece)
      if (!isBlank(piece)) before = piece
      continue
    }
    endParagraph()
    leading =
      piece !== BREAK && (before === BREAK || isLineBreak(before)) && isElement(piece, 'figure')
        ? piece
        : undefined
    if (piece !== BREAK) blocks.push(piece)
    before = piece
  }
  endParagraph()
  return blocks
}

/** Blocks as they are, text and inline elements as they are, and the places where a paragraph ends between them. */
function piecesOf(nodes: Node[]): Piece[] {
  const pieces: Piece[] = []
  for (const node of nodes) {
    if (isText(node)) pieces.push(node)
    else if (isElement(node)) for (const piece of piecesOfElement(node)) pieces.push(piece)
  }
  return pieces.some(isLineBreak) ? markBreaks(pieces) : pieces
}

function piecesOfElement(element: Element): Piece[] {
  const { tagName } = element
  if (tagName === 'img') return isPicture(element) ? [createElement('figure', {}, [element])] : [element]
  if (tagName === 'p' || WRAPPERS.has(tagName))
    return [BREAK, ...inherit(element, blocksOf(element.childNodes)), BREAK]
  if (HEADINGS.has(tagName)) return headingOf(element)
  if (LISTS.has(tagName)) {
    if (isGallery(element)) return [BREAK, ...blocksOf(childrenOfItems(element)), BREAK]
    return [listOf(element)]
  }
  if (tagName === 'figure') return isEmbed(element) ? [element] : figuresOf(element)
  if (tagName === 'table') return [tableOf(element)]
  if (tagName === 'hr') return [element]
  if (tagName === 'pre') {
    setAttribute(element, 'tabindex', '0') // it scrolls by itself, so the keyboard must reach it
    return [element]
  }
  if (CONTAINERS.has(tagName)) {
    const [summary, rest] = partition(element.childNodes, node => isElement(node, 'summary'))
    setChildren(element, [...summary, ...blocksOf(rest)])
    return [element]
  }
  if (ITEMS.has(tagName)) return [BREAK, ...inherit(element, blocksOf(element.childNodes)), BREAK] // strayed from its list or table
  return inlineOf(element)
}

/** An inline element; if it holds blocks or breaks, it is cut into one of its kind around each run of text. */
function inlineOf(element: Element): Piece[] {
  if (element.childNodes.every(isText)) return [element]
  const cut: Piece[] = []
  let run: Node[] = []
  const close = () => {
    if (run.length > 0 || cut.length === 0) cut.push(copyOf(element, run))
    run = []
  }
  const inner = piecesOf(element.childNodes)
  if (inner.every(piece => piece !== BREAK && !isBlock(piece))) {
    setChildren(element, inner as Node[])
    return [element]
  }
  for (const piece of inner) {
    if (piece !== BREAK && !isBlock(piece)) run.push(piece)
    else {
      if (run.length > 0) close()
      cut.push(piece === BREAK ? piece : applyInside(element, piece))
    }
  }
  if (run.length > 0) close()
  return cut
}

/** What an inline element did to a block, it does inside the block: a link around a picture or a paragraph stays one. */
function applyInside(inline: Element, block: Element): Element {
  const [first, ...others] = block.childNodes
  if (isElement(block, 'p', ...HEADINGS)) setChildren(block, [copyOf(inline, block.childNodes)])
  else if (isElement(inline, 'a') && isElement(block, 'figure') && first && isElement(first, 'img'))
    setChildren(block, [copyOf(inline, [first]), ...others])
  return block
}

/**
 * What blocks take over from the element they came from: the first its id, as links within the article lead to it, and
 * each its look. A line that shares a picture's paragraph stands beside it.
 */
function inherit(element: Element, blocks: Element[]): Element[] {
  const id = getAttribute(element, 'id')
  if (id && blocks[0] && getAttribute(blocks[0], 'id') === undefined) setAttribute(blocks[0], 'id', id)
  const isBeside = element.tagName === 'p' && blocks.length === 2 && isElement(blocks[0]!, 'figure')
  const look = lookAttribute(element)
  for (const block of blocks) inheritLook(block, look, isBeside ? 'beside' : undefined)
  return blocks
}

function headingOf(heading: Element): Piece[] {
  const [blocks, text] = partition(piecesOf(heading.childNodes), piece => piece === BREAK || isBlock(piece))
  setChildren(heading, text as Node[])
  return [heading, ...blocks.filter(block => block !== BREAK)]
}

function listOf(list: Element): Element {
  const items: Element[] = []
  let strays: Node[] = []
  // What strayed into the list belongs to the item before it.
  const takeStraysIn = () => {
    if (strays.length > 0) setChildren(items.at(-1)!, [...items.at(-1)!.childNodes, ...strays])
    strays = []
  }
  // A description list may hold its pairs in wrappers.
  for (const child of list.childNodes.flatMap(each => (isElement(each, 'div') ? each.childNodes : [each]))) {
    if (isElement(child, 'li', 'dt', 'dd')) {
      takeStraysIn()
      items.push(itemOf(child))
    } else if (isElement(child) || hasPlainText(child)) {
      if (items.length === 0) items.push(createElement(list.tagName === 'dl' ? 'dd' : 'li'))
      strays.push(...linesOf([child]))
    }
  }
  takeStraysIn()
  setChildren(list, items)
  return list
}

/** A list of pictures, each perhaps with its caption, is laid out as one and read as none. */
function isGallery(list: Element): boolean {
  const parts = childrenOfItems(list).filter(node => isElement(node) || hasPlainText(node))
  const isCaption = (part: Node) =>
    isElement(part) &&
    (part.tagName === 'figcaption' || (lookAttribute(part)?.split(' ').includes('caption') ?? false))
  const isPart = (part: Node): boolean =>
    isCaption(part) ||
    isElement(part, 'img') ||
    !hasPlainText(part) ||
    (isElement(part) && part.childNodes.every(isPart))
  return parts.length > 0 && elementsOf(list, 'img').length > 0 && parts.every(isPart)
}

/** What the items of a list hold; one that is itself a caption stays whole. */
const childrenOfItems = (list: Element): Node[] =>
  list.childNodes
    .flatMap(each => (isElement(each, 'div', 'dl') ? each.childNodes : [each]))
    .flatMap(item => (isElement(item, 'li', 'dt') ? item.childNodes : [item]))

function itemOf(item: Element): Element {
  setChildren(item, linesOf(item.childNodes))
  return item
}

/** One line of text without a paragraph around it, or blocks if it is more than that. */
function linesOf(nodes: Node[]): Node[] {
  const blocks = blocksOf(nodes)
  const [first, ...others] = blocks
  // A line with a list below it, as outlines have, reads better without a gap.
  if (first && isElement(first, 'p') && others.every(block => isElement(block, 'ul', 'ol')))
    return [...first.childNodes, ...others]
  return blocks
}

function tableOf(table: Element): Element {
  cellsOf(table).forEach(itemOf)
  // Wide tables scroll in a box of their own.
  return createElement('div', { class: 'table-box', tabindex: '0' }, [table])
}

/** The cells of a table, but not those of tables within them. */
const cellsOf = (part: Element): Element[] =>
  part.childNodes
    .filter(node => isElement(node))
    .flatMap(child => (isElement(child, 'td', 'th', 'caption') ? [child] : cellsOf(child)))

/** One figure per picture. The caption goes to the last; without a picture the frame goes and what it held stays. */
function figuresOf(figure: Element): Piece[] {
  const caption = captionOf(figure)
  if (caption) removeNode(caption)
  const blocks = blocksOf(figure.childNodes)
  if (!caption) {
    // A line in the frame of a picture is of the picture.
    for (const block of blocks) if (block.tagName === 'p') inheritLook(block, 'caption')
    return blocks
  }
  const [pictures, lines] = partition(linesOf(caption.childNodes), node => isElement(node, 'figure'))
  blocks.push(...(pictures as Element[]))
  const last = blocks.findLast(block => isElement(block, 'figure'))
  if (!last || captionOf(last)) return [...blocks, ...blocksOf(lines)]
  if (hasPlainText(caption)) setChildren(last, [...last.childNodes, createElement('figcaption', {}, lines)])
  return blocks
}

/** A figure's own caption, not that of a figure within it. */
function captionOf(part: Element): Element | undefined {
  for (const child of part.childNodes) {
    if (!isElement(child) || isElement(child, 'figure')) continue
    const found = isElement(child, 'figcaption') ? child : captionOf(child)
    if (found) return found
  }
  return undefined
}

/** Two or more `<br>` in a row, with nothing but white space between, end a paragraph. */
function markBreaks(pieces: Piece[]): Piece[] {
  const marked: Piece[] = []
  for (let index = 0; index < pieces.length; index++) {
    let end = index
    let count = 0
    while (end < pieces.length && (isLineBreak(pieces[end]!) || (count > 0 && isBlank(pieces[end]!)))) {
      if (isLineBreak(pieces[end]!)) count++
      end++
    }
    if (count > 1) {
      marked.push(BREAK)
      index = end - 1
    } else marked.push(pieces[index]!)
  }
  return marked
}

/** Without the line breaks and white space at either end; empty if nothing else is there. */
function trimBreaks(run: Node[]): Node[] {
  const isFiller = (node: Node) => isLineBreak(node) || isBlank(node)
  const start = run.findIndex(node => !isFiller(node))
  return start < 0 ? [] : run.slice(start, run.findLastIndex(node => !isFiller(node)) + 1)
}

const isBlock = (piece: Piece): piece is Element =>
  piece !== BREAK &&
  isElement(piece) &&
  (piece.tagName === 'p' ||
    HEADINGS.has(piece.tagName) ||
    LISTS.has(piece.tagName) ||
    CONTAINERS.has(piece.tagName) ||
    isElement(piece, 'figure', 'div', 'hr', 'pre'))

const isLineBreak = (piece: Piece) => piece !== BREAK && isElement(piece, 'br')

const isBlank = (piece: Piece) => piece !== BREAK && isText(piece) && piece.value.trim() === ''

const copyOf = (element: Element, children: Node[]): Element =>
  Object.assign(createElement(element.tagName, {}, children), {
    attrs: element.attrs.map(({ name, value }) => ({ name, value })),
  })

function partition<T>(items: T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter(item => !belongs(item))]
}
