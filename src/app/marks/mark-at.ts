import type { PlacedMark } from './mark-place.ts'

/** The mark that is shown at a point of the window: the shortest, where several are. */
export function markAt(placed: PlacedMark[], x: number, y: number): PlacedMark | null {
  const caret = caretAt(x, y)
  if (!caret) return null
  const found = placed.filter(
    ({ range }) => range?.isPointInRange(caret.node, caret.offset) && isShownAt(range, x, y),
  )
  found.sort((a, b) => a.mark.quote.length - b.mark.quote.length)
  return found[0] ?? null
}

/** A caret goes to the nearest text, however far that is from the point. */
const isShownAt = (range: Range, x: number, y: number) =>
  [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  )

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y)
    return caret && { node: caret.offsetNode, offset: caret.offset }
  }
  // Safari: https://developer.mozilla.org/docs/Web/API/Document/caretRangeFromPoint
  const range = (document as Document).caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
