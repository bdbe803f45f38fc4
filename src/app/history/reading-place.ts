import { distanceFrom, holdAtLine } from '../ui/hold-at.ts'
import { way } from '../ui/way.ts'
import type { Place } from './visit.ts'

/** Below the header, in CSS pixels from the top of the window: the line the reader is taken to be at. */
const READING_LINE = 96

/** The place at the reading line, and how much of the body has come into the window (0 to 1). */
export function readingPlace(body: HTMLElement): {
  place: Place
  progress: number
} {
  const line = way().lineFor(READING_LINE)
  const progress = shareBefore(way().length(), body, 1)
  const part = isLong(body) ? body.children[firstAfter(body.children, line)]! : body
  const index = firstAfter(part.children, line)
  const block = part.children[index]
  const offset = block ? shareBefore(line, block, 0) : 0
  return { place: { block: blocksBefore(part) + index, offset }, progress }
}

/** How far a place is below the reading line, in CSS pixels. A block that is gone counts as the last. */
export function distanceToPlace(body: HTMLElement, { block, offset }: Place): number | undefined {
  const element = elementAt(body, block)
  return element && distanceFrom(READING_LINE, element, offset)
}

/** Scrolls so that a place is at the reading line, and stays there until the parts of a long body around it have their heights. */
export function scrollToPlace(body: HTMLElement, place: Place): void {
  const distance = () => distanceToPlace(body, place)
  if (isLong(body)) {
    const end = performance.now() + PATIENCE_MS
    holdAtLine(() => (body.isConnected && performance.now() < end ? distance() : 0))
  } else way().goBy(distance() ?? 0)
}

/** What is not at rest by then is not worth holding on to. */
const PATIENCE_MS = 5000

/** A long body has its blocks in parts: see `article/body-parts.ts`. */
export const isLong = (body: Element): boolean =>
  body.firstElementChild?.classList.contains('article-part') ?? false

const blocksIn = (part: Element) => Number((part as HTMLElement).dataset.blocks ?? part.childElementCount)

function blocksBefore(part: Element): number {
  if (!part.classList.contains('article-part')) return 0
  let blocks = 0
  for (let each = part.previousElementSibling; each; each = each.previousElementSibling)
    blocks += blocksIn(each)
  return blocks
}

/** The part with a block, or the last. */
function partWith(body: Element, block: number): Element {
  let left = block
  for (const part of isLong(body) ? body.children : [body]) {
    if (left < blocksIn(part)) return part
    left -= blocksIn(part)
  }
  return isLong(body) ? body.lastElementChild! : body
}

/** A block, or the part that it will be in. */
function elementAt(body: Element, block: number): Element | undefined {
  const part = partWith(body, block)
  const index = Math.min(block - blocksBefore(part), part.childElementCount - 1)
  return part.firstChild ? part.children[index] : part
}

/** Index of the first block that ends after a line, found by halving: the blocks stand in order. */
function firstAfter(blocks: HTMLCollection, line: number): number {
  let low = 0
  let high = Math.max(0, blocks.length - 1)
  while (low < high) {
    const middle = (low + high) >> 1
    if (way().stretchOf(blocks[middle]!).end > line) high = middle
    else low = middle + 1
  }
  return low
}

/** How much of an element is before a line, or what one without room is said to have. */
function shareBefore(line: number, element: Element, otherwise: number): number {
  const { start, end } = way().stretchOf(element)
  return end > start ? Math.min(1, Math.max(0, (line - start) / (end - start))) : otherwise
}
