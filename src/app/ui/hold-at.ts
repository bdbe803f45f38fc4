import { way } from './way.ts'

/** The parts of a long body take their true heights one after another as they come into view. */
const FRAMES_AT_REST = 20

/**
 * Distance of an element, or of a stretch of text, from a line of the window, along the way that the text goes. In a
 * part that is not shown yet it may claim to be beyond the part's room: then the room has to come into view first.
 */
export function distanceFrom(line: number, what: Element | Range, offset = 0): number {
  const { start, end } = way().stretchOf(what)
  const element = what instanceof Range ? what.startContainer.parentElement : what
  const part = element?.closest('.article-part')
  const room = part ? way().stretchOf(part).end : Number.POSITIVE_INFINITY
  return way().distanceTo(Math.min(start + offset * (end - start), room - 1), line)
}

/**
 * Scrolls so that something is at a line of the window, and keeps it there until the page around it has come to rest
 * or the reader moves on.
 *
 * @param distance from the line, in CSS pixels; undefined while it is not known
 */
export function holdAtLine(distance: () => number | undefined): void {
  const moving = new AbortController()
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown', 'popstate'])
    addEventListener(type, () => moving.abort(), { signal: moving.signal, passive: true })
  let framesAtRest = 0
  const settle = () => {
    if (moving.signal.aborted) return
    const still = distance()
    const before = way().moved()
    if (still) way().goBy(still)
    // Near the ends of the page it comes no closer.
    const isAtRest = still !== undefined && (Math.abs(still) < 1 || way().moved() === before)
    framesAtRest = isAtRest ? framesAtRest + 1 : 0
    if (framesAtRest < FRAMES_AT_REST) requestAnimationFrame(settle)
    else moving.abort()
  }
  settle()
}
