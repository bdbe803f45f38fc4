import { distanceFrom, holdAtLine } from './hold-at.ts'
import { isBoxed, way } from './way.ts'

/** Below the header, in CSS pixels from the top of the window: where reading is taken to happen. */
export const READING_LINE = 96

const HEADER = 60

/** What is shown to the reader goes this far down the window, which may be low for a keyboard on the screen. */
const SHARE = 0.3
/** Room at the foot for bar and strip. */
const FOOT = 140

/** Whether a stretch of text stands where it can be read: below what lies at the head of the window, above bar and strip. */
export function isInView(range: Range, head = HEADER): boolean {
  if (isBoxed()) {
    const { start, end } = way().stretchOf(range)
    return end > start && start > -1 && end < way().length() + 1
  }
  const { top, bottom, height } = range.getBoundingClientRect()
  return height > 0 && top >= head && bottom <= (visualViewport?.height ?? innerHeight) - FOOT
}

/**
 * Brings a stretch of text into view and holds it there while the page around it takes its shape. What is folded up is
 * opened; what can be read already stays where it is.
 *
 * @param current the range as it is now, null once it is not wanted any longer
 * @param head where the part of the window begins that nothing lies over, in CSS pixels
 */
export function bringIntoView(current: () => Range | null, head = HEADER): void {
  const range = current()
  if (!range) return
  unfold(range)
  if (isInView(range, head)) return
  // Later: the key or press that asked for this would end it.
  requestAnimationFrame(() =>
    holdAtLine(() => {
      const range = current()
      // What is not shown at all is nowhere to go to.
      return range && range.getClientRects().length > 0 ? distanceOf(range) : 0
    }),
  )
}

/** Whether nothing of a stretch of text is to be seen. */
export function isOutOfSight(range: Range): boolean {
  if (isBoxed()) {
    const { start, end } = way().stretchOf(range)
    return end < 0 || start > way().length()
  }
  const { top, bottom } = range.getBoundingClientRect()
  return bottom < HEADER || top > innerHeight - FOOT / 2
}

/** Like `bringIntoView`, but gently where the way is short and the reader's settings allow it. */
export function glideIntoView(current: () => Range | null): void {
  const range = current()
  if (!range) return
  unfold(range)
  if (isInView(range)) return
  const distance = distanceOf(range)
  const isGentle =
    !isBoxed() &&
    Math.abs(distance) < innerHeight * 1.5 &&
    !elementOf(range).closest('.article-part') &&
    document.documentElement.dataset.theme !== 'eink' &&
    !matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isGentle) scrollBy({ top: distance, behavior: 'smooth' })
  else bringIntoView(current)
}

function distanceOf(range: Range): number {
  const line = READING_LINE + ((visualViewport?.height ?? innerHeight) - READING_LINE) * SHARE
  return distanceFrom(line, range)
}

const elementOf = ({ startContainer }: Range): Element =>
  startContainer instanceof Element ? startContainer : startContainer.parentElement!

/** Opens what a stretch of text is folded up in; a summary is always in sight. */
export function unfold(range: Range): void {
  let inner: Element = elementOf(range)
  for (let each: Element | null = inner; each; inner = each, each = each.parentElement)
    if (each instanceof HTMLDetailsElement && inner.tagName !== 'SUMMARY') each.open = true
}
