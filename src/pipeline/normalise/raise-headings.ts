import {
  createElement,
  createText,
  type Element,
  elementsOf,
  hasPlainText,
  isElement,
  type Node,
  type Parent,
  plainText,
  setChildren,
} from '../html.ts'

const LONGEST_HEADING = 40
/** A number by itself, as some put it above the heading: 01 */
const NUMBER = /^(0?\d{1,2}|[一二三四五六七八九十]{1,3}|part\.?\s*\d{1,2})\s*[.、．]?$/i
/** 一、… 1. … 01 … （一）… Part 1 … */
const NUMBERED =
  /^([(（]?[一二三四五六七八九十]{1,3}[)）、.．:：]|[(（]?\d{1,2}[)）、.．:：](?!\d)|0\d\s*|part\.?\s*\d{1,2}\b|第[一二三四五六七八九十\d]{1,3}[章节部分篇、：:])/i
const SENTENCE_END = /[。.，,；;：:、…～~”"」』)）]$/

const MOST_HEADINGS = 60
/** Text below a heading, in characters, before the next. */
const LEAST_TEXT = 60

/**
 * Sources that know no headings set them as paragraphs in bold. They become headings where that is beyond doubt:
 * several of one kind in an article without any other, each above text of its own.
 */
export function raiseHeadings(body: Parent): void {
  if (elementsOf(body, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').length > 0) return
  const bold = body.childNodes.filter(isBoldLine)
  if (bold.length < 2 || bold.length > MOST_HEADINGS) return
  const chosen = chooseHeadings(body, bold)
  if (chosen.size === 0) return
  const blocks: Node[] = []
  let number: Element | undefined
  for (const node of body.childNodes) {
    if (!chosen.has(node)) blocks.push(node)
    else if (chosen.get(node) === 'number') number = node as Element
    else {
      blocks.push(headingOf(node as Element, number))
      number = undefined
    }
  }
  setChildren(body, blocks)
}

type Role = 'heading' | 'number'

function chooseHeadings(body: Parent, bold: Node[]): Map<Node, Role> {
  const place = new Map(body.childNodes.map((node, index) => [node, index]))
  const after = (node: Node) => body.childNodes.slice(place.get(node)! + 1, place.get(node)! + 7)
  const chosen = new Map<Node, Role>()
  // A number with its heading on the next line.
  const numbers = bold.filter(node => NUMBER.test(plainText(node)) && isBoldLine(after(node)[0]))
  if (numbers.length >= 2) {
    for (const number of numbers) chosen.set(number, 'number').set(after(number)[0]!, 'heading')
    return chosen
  }
  // Between numbered ones other lines in bold may stand, as the questions of an interview do.
  const numbered = bold.filter(node => NUMBERED.test(plainText(node)))
  const sections = numbered.filter(node => hasText(after(node), numbered))
  if (sections.length >= 2) return asHeadings(sections)
  const titles = bold.filter(node => !SENTENCE_END.test(plainText(node)) && hasText(after(node), bold))
  // Bold questions are an interview; most paragraphs in bold are a style.
  const questions = titles.filter(node => /[？?]$/.test(plainText(node)))
  const isStyle = bold.length > body.childNodes.length / 2
  return titles.length >= 2 &&
    titles.length === bold.length &&
    !isStyle &&
    questions.length <= titles.length / 2
    ? asHeadings(titles)
    : chosen
}

const asHeadings = (nodes: Node[]) => new Map(nodes.map(node => [node, 'heading' as const]))

/** Whether enough text stands below a line before the next bold one. */
function hasText(blocks: Node[], bold: Node[]): boolean {
  let length = 0
  for (const block of blocks) {
    if (bold.includes(block)) return false
    length += plainText(block).length
    if (length >= LEAST_TEXT) return true
  }
  return false
}

/** A short paragraph that is bold from end to end. */
function isBoldLine(node: Node | undefined): boolean {
  if (!node || !isElement(node, 'p')) return false
  const parts = node.childNodes.filter(child => isElement(child) || hasPlainText(child))
  if (parts.length !== 1 || !isElement(parts[0]!, 'strong', 'b')) return false
  if (elementsOf(node, 'br', 'img').length > 0) return false
  const { length } = plainText(node)
  return length > 0 && length <= LONGEST_HEADING
}

function headingOf(line: Element, number: Element | undefined): Element {
  const bold = line.childNodes.find(child => isElement(child, 'strong', 'b')) as Element
  const id = line.attrs.filter(({ name }) => name === 'id')
  const prefix = number ? [createText(`${plainText(number)} `)] : []
  const heading = createElement('h2', {}, [...prefix, ...bold.childNodes])
  heading.attrs = id
  return heading
}
