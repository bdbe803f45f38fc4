import type { Place } from './visit.ts'

/** Below the header, in CSS pixels from the top of the window: the line the reader is taken to be at. */
const READING_LINE = 96

/** The place at the reading line, and how much of the body has come into the window (0 to 1). */
export function readingPlace(body: HTMLElement): {
  place: Place
  progress: number
} {
  const { top, height } = body.getBoundingClientRect()
  const progress = height > 0 ? clamp((innerHeight - top) / height) : 1
  const block = firstBelow(body.children, READING_LINE)
  const box = body.children[block]?.getBoundingClientRect()
  const offset = box && box.height > 0 ? clamp((READING_LINE - box.top) / box.height) : 0
  return { place: { block, offset }, progress }
}

/** Scrolls so that a place is at the reading line. A block that is gone counts as the last. */
export function scrollToPlace(body: HTMLElement, { block, offset }: Place): void {
  const box = body.children[Math.min(block, body.children.length - 1)]?.getBoundingClientRect()
  if (box)
    scrollTo({
      top: scrollY + box.top + offset * box.height - READING_LINE,
      behavior: 'instant',
    })
}

/** Index of the first block that ends below a line, found by halving: the blocks stand in order. */
function firstBelow(blocks: HTMLCollection, line: number): number {
  let low = 0
  let high = Math.max(0, blocks.length - 1)
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.getBoundingClientRect().bottom > line) high = middle
    else low = middle + 1
  }
  return low
}

const clamp = (share: number) => Math.min(1, Math.max(0, share))
