/** Elements that stand on lines of their own: no sentence, phrase or mark of one word goes on across their edge. */
const LINES =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|CAPTION|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|H[1-6]|HR|LI|OL|P|PRE|SECTION|SUMMARY|TABLE|T[DHR]|UL)$/

/** What is no text of the article: notes above words, and what the app put in. */
const ASIDE = 'rt, rp, button, .missing-picture, [data-not-text]'

interface Reading {
  /** Reads what the seed says instead of what is shown. */
  isOriginal?: boolean
  /** Leaves out the elements that match. */
  without?: string
}

/**
 * The text of a body as one string, with a line end where a block begins or ends, and the ways between places in that
 * string and in the page. It holds until the page changes; `watchText` tells.
 */
export class BodyText {
  readonly text: string
  readonly #nodes: Text[] = []
  /** Where each node begins in the text. */
  readonly #starts: number[] = []
  readonly #isOriginal: boolean

  constructor(body: Element, { isOriginal = false, without }: Reading = {}) {
    this.#isOriginal = isOriginal
    const skipped = without ? `${ASIDE}, ${without}` : ASIDE
    // Put together at the end: to look at a text that grows makes the browser copy all of it.
    const pieces: string[] = []
    let length = 0
    const add = (piece: string) => {
      if (piece === '') return
      pieces.push(piece)
      length += piece.length
    }
    const breakLine = () => {
      if (length > 0 && pieces.at(-1) !== '\n') add('\n')
    }
    const visit = (node: Node) => {
      if (node instanceof Text) {
        this.#nodes.push(node)
        this.#starts.push(length)
        // Lines of the source are none of the page.
        add(this.#dataOf(node).replace(/[\n\r]/g, ' '))
      }
      if (!(node instanceof Element) || node.matches(skipped)) return
      const isLine = LINES.test(node.tagName)
      if (isLine) breakLine()
      for (const child of node.childNodes) visit(child)
      if (isLine) breakLine()
    }
    visit(body)
    this.text = pieces.join('')
  }

  #dataOf(node: Text): string {
    return this.#isOriginal ? (globalThis.typesetter?.originalOf(node) ?? node.data) : node.data
  }

  /** What stands in the page for a stretch of the text; null for one that holds nothing of it. */
  rangeOf(start: number, end: number): Range | null {
    const first = this.#nodeAt(start)
    const last = this.#nodeAt(end - 1)
    if (first < 0 || last < first || start >= end) return null
    const range = document.createRange()
    range.setStart(this.#nodes[first]!, this.#shownOffset(first, start - this.#starts[first]!))
    range.setEnd(this.#nodes[last]!, this.#shownOffset(last, end - this.#starts[last]!))
    return range
  }

  /** Where in the text a place in the page is, as ranges name it. */
  offsetOf(container: Node, offset: number): number {
    const index = container instanceof Text ? this.#nodes.indexOf(container) : -1
    if (index >= 0) {
      const node = this.#nodes[index]!
      return this.#starts[index]! + mapOffset(node.data, this.#dataOf(node), offset)
    }
    // Between elements, or in what is no text: where the next text begins.
    const place = document.createRange()
    place.setStart(container, offset)
    const next = this.#countNodes(index => place.comparePoint(this.#nodes[index]!, 0) < 0)
    return this.#starts[next] ?? this.text.length
  }

  /** The last node that begins at or before a place of the text. */
  #nodeAt(offset: number): number {
    return this.#countNodes(index => this.#starts[index]! <= offset) - 1
  }

  /** How many nodes there are of which something is true, if it is not true of any after these. */
  #countNodes(isBefore: (index: number) => boolean): number {
    let low = 0
    let high = this.#nodes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(middle)) low = middle + 1
      else high = middle
    }
    return low
  }

  #shownOffset(index: number, offset: number): number {
    const node = this.#nodes[index]!
    return mapOffset(this.#dataOf(node), node.data, offset)
  }
}

/**
 * Where a place in one text is in another that says the same: set otherwise, or in other characters. Letters count,
 * spaces do not. Where a word became longer or shorter, places within its clause may be off by as much.
 */
export function mapOffset(from: string, to: string, offset: number): number {
  if (from === to || offset <= 0) return Math.min(Math.max(offset, 0), to.length)
  if (offset >= from.length) return to.length
  if (lettersIn(from) === lettersIn(to)) return afterLetters(to, lettersIn(from.slice(0, offset)))
  const [clauses, others] = [clausesOf(from), clausesOf(to)]
  if (clauses.length !== others.length) return afterLetters(to, lettersIn(from.slice(0, offset)))
  let start = 0
  let otherStart = 0
  for (const [index, { length }] of clauses.entries()) {
    const other = others[index]!
    if (offset <= start + length) {
      const letters = lettersIn(from.slice(start, offset))
      return otherStart + (offset === start + length ? other.length : afterLetters(other, letters))
    }
    start += length
    otherStart += other.length
  }
  return to.length
}

const lettersIn = (text: string) => text.replace(/\s/g, '').length

/** The marks at their ends are the same in every script. */
const clausesOf = (text: string) => text.split(/(?<=[，。、；：？！,;:?!])/)

function afterLetters(text: string, letters: number): number {
  let index = 0
  for (let left = letters; index < text.length && left > 0; index++) if (!/\s/.test(text[index]!)) left--
  return index
}

/**
 * Tells, once things are quiet, that the text of a body is no longer what it was.
 *
 * @returns stops telling
 */
export function watchText(body: Element, onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(onChange, QUIET_MS)
  })
  observer.observe(body, { childList: true, characterData: true, subtree: true })
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}

/** A long body becomes whole, and is set, in many small steps. */
const QUIET_MS = 150
