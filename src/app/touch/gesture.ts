/** Where a finger is, and when, in milliseconds. */
export interface Point {
  x: number
  y: number
  at: number
}

/** A finger has a direction once it went so far. All lengths are CSS pixels. */
const DECIDED = 12
/** How much more it goes one way than the other. */
const STEEPNESS = 1.5
/** Gestures from the edges of the screen are the system's. */
export const EDGE = 24

export type Direction = 'sideways' | 'down' | 'other'

/** Which way a finger went, or null as long as it is not clear. */
export function directionOf(start: Point, now: Point): Direction | null {
  const [across, down] = [now.x - start.x, now.y - start.y]
  if (Math.hypot(across, down) < DECIDED) return null
  if (Math.abs(across) > Math.abs(down) * STEEPNESS) return 'sideways'
  return down > Math.abs(across) * STEEPNESS ? 'down' : 'other'
}

export const isAtEdge = (x: number, width: number): boolean => x < EDGE || x > width - EDGE

/** A swipe counts after so much of the window's width, */
const SHARE = 0.3
const MOST = 160
/** or sooner if it is a quick one: pixels per millisecond. */
const QUICK = 0.5
const LEAST = 48

/**
 * Whether a finger that is lifted now means it.
 *
 * @param speed sideways, just before, in CSS pixels per millisecond
 */
export function isSwipe(across: number, speed: number, width: number): boolean {
  const distance = Math.abs(across)
  const isBackAgain = speed * across < 0 && Math.abs(speed) > QUICK / 2
  if (isBackAgain || distance < LEAST) return false
  return distance >= Math.min(width * SHARE, MOST) || Math.abs(speed) >= QUICK
}

/** How far the page follows a finger that pulls it where there is nothing: less and less. */
export const resisted = (distance: number, most: number): number =>
  Math.sign(distance) * most * (1 - 1 / (Math.abs(distance) / most + 1))
