import { isBoxed } from '../ui/way.ts'
import type { Point } from './gesture.ts'

/** What a finger has another meaning on. */
const OWN_TOUCH =
  'input, textarea, select, video, audio, iframe, [contenteditable], [role=slider], [role=dialog], dialog, .pswp, .panel, .strip, .reading-bar, .mark-menu, .note-card, .toasts, .site-header'

export const isZoomed = (): boolean => (visualViewport?.scale ?? 1) > 1.01

export const isSelecting = (): boolean => !(getSelection()?.isCollapsed ?? true)

/** Whether a touch may become one of our gestures: one finger, on nothing that has its own, on a page that scrolls. */
export function isOurs({ touches, target }: TouchEvent): boolean {
  if (touches.length !== 1 || isZoomed() || isSelecting() || isBoxed()) return false
  return target instanceof Element && !target.closest(OWN_TOUCH) && !scrollsSideways(target)
}

/** Tables and code go to and fro under the finger. */
function scrollsSideways(target: Element): boolean {
  for (let each: Element | null = target; each && each.id !== 'main'; each = each.parentElement)
    if (each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX))
      return true
  return false
}

export const pointOf = ({ clientX, clientY }: Touch, { timeStamp }: Event): Point => ({
  x: clientX,
  y: clientY,
  at: timeStamp,
})

/** Whether nothing should move of itself. */
export const isCalm = (): boolean =>
  document.documentElement.dataset.theme === 'eink' || matchMedia('(prefers-reduced-motion: reduce)').matches

interface Gesture {
  /** @returns whether the gesture goes on */
  move: (point: Point) => boolean
  end: () => void
  cancel: () => void
}

/**
 * Follows one finger. Another finger, a selection, or the browser's own wish ends a gesture without effect.
 *
 * @param begin what a touch becomes, or null
 */
export function followFinger(begin: (start: Point, event: TouchEvent) => Gesture | null): void {
  let gesture: Gesture | null = null
  const cancel = () => {
    gesture?.cancel()
    gesture = null
  }
  const passive = { passive: true }
  addEventListener(
    'touchstart',
    event => {
      cancel()
      if (isOurs(event)) gesture = begin(pointOf(event.touches[0]!, event), event)
    },
    passive,
  )
  addEventListener(
    'touchmove',
    event => {
      if (!gesture) return
      const isStillOurs = event.touches.length === 1 && !isSelecting() && !isZoomed()
      if (!isStillOurs || !gesture.move(pointOf(event.touches[0]!, event))) cancel()
    },
    passive,
  )
  addEventListener(
    'touchend',
    () => {
      gesture?.end()
      gesture = null
    },
    passive,
  )
  addEventListener('touchcancel', cancel, passive)
}
