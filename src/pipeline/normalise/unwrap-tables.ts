import {
  createElement,
  type Element,
  elementsOf,
  getAttribute,
  hasPlainText,
  isElement,
  type Node,
  type Parent,
  plainText,
  setChildren,
} from '../html.ts'
import { inheritLook, lookAttribute } from './look.ts'

/** A cell with more text than this, in paragraphs of its own, is a page and not a datum. */
const LONG_CELL = 400

/**
 * Takes apart tables that only place things: a whole article in one cell, one column of blocks, pictures in a grid.
 * Gives data tables a head where their first row is one.
 */
export function unwrapTables(body: Parent): void {
  // The innermost first: whether a table places tables is seen when those are taken apart.
  for (const table of elementsOf(body, 'table').reverse()) {
    const rows = rowsOf(table)
    if (isLayout(table, rows)) unwrap(table)
    else if (rows.length > 1) markHead(table, rows)
  }
}

/** A table becomes a box of boxes, which go when the blocks are built. */
function unwrap(table: Element): void {
  const content = contentOf(table)
  table.tagName = table.nodeName = 'div'
  table.attrs = table.attrs.filter(({ name }) => name === 'id')
  setChildren(table, content)
}

/** Cells as boxes, and whatever else strayed into the table: nothing may be lost. */
const contentOf = (part: Element): Node[] =>
  part.childNodes.flatMap(child => {
    if (isElement(child, 'tr', 'thead', 'tbody', 'tfoot')) return contentOf(child)
    if (!isElement(child, 'td', 'th')) return [child]
    const box = createElement('div', idOf(child), child.childNodes)
    inheritLook(box, lookAttribute(child))
    return [box]
  })

function isLayout(table: Element, rows: Element[]): boolean {
  const cells = rows.flatMap(cellsOf)
  if (cells.length <= 1 || getAttribute(table, 'role') === 'presentation') return true
  if (cells.some(cell => cell.tagName === 'th')) return false
  if (rows.every(row => cellsOf(row).length <= 1)) return cells.some(holdsBlocks)
  const full = cells.filter(cell => cell.childNodes.length > 0)
  const texts = full.map(cell => plainText(cell).length)
  if (texts.every(length => length === 0)) return true // pictures, or nothing
  return full.some((cell, index) => texts[index]! > LONG_CELL && holdsParagraphs(cell))
}

const holdsBlocks = (cell: Element) =>
  elementsOf(cell).some(each => isElement(each, 'p', 'div', 'img', 'ul', 'ol', 'pre', 'br', 'blockquote')) ||
  plainText(cell).length > 100

const holdsParagraphs = (cell: Element) =>
  elementsOf(cell).filter(each => isElement(each, 'p', 'div', 'br', 'h2', 'h3', 'ul', 'ol', 'pre')).length >=
  4

/** A first row of `th`, or all in bold above a row that is not, is the head. */
function markHead(table: Element, rows: Element[]): void {
  const [first, second] = rows as [Element, Element]
  if (isElement(first.parentNode as Element, 'thead')) return
  const cells = cellsOf(first)
  const isHead = cells.length > 1 && cells.every(cell => cell.tagName === 'th')
  if (!isHead && (cells.length < 2 || !cells.every(isBold) || cellsOf(second).some(isBold))) return
  for (const cell of cells) {
    cell.tagName = cell.nodeName = 'th'
    const [bold] = partsOf(cell)
    if (bold && isElement(bold, 'strong', 'b')) setChildren(cell, bold.childNodes)
  }
  const section = first.parentNode as Parent
  setChildren(
    section,
    section.childNodes.filter(node => node !== first),
  )
  const index = table.childNodes.findIndex(node => isElement(node, 'tbody', 'tr', 'tfoot'))
  const head = createElement('thead', {}, [first])
  setChildren(table, [
    ...table.childNodes.slice(0, Math.max(index, 0)),
    head,
    ...table.childNodes.slice(Math.max(index, 0)),
  ])
}

const isBold = (cell: Element) => {
  const parts = partsOf(cell)
  return parts.length === 1 && isElement(parts[0]!, 'strong', 'b') && hasPlainText(cell)
}

const partsOf = (cell: Element) => cell.childNodes.filter(node => isElement(node) || hasPlainText(node))

/** The rows and cells of a table, not of tables within it. */
const rowsOf = (part: Element): Element[] =>
  part.childNodes.flatMap(child =>
    isElement(child, 'tr') ? [child] : isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : [],
  )
const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter(node => isElement(node, 'td', 'th')) as Element[]

function idOf(element: Element): Record<string, string> {
  const id = getAttribute(element, 'id')
  return id ? { id } : {}
}
