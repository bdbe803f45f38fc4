/**
 * How the text of an article goes past the reader. All lengths are CSS pixels along the text, counted from where the
 * view of it begins; an element before that has negative ones.
 */
export interface Way {
  /** Where an element begins and ends. */
  stretchOf(element: Element): Stretch
  /** How much is in view. */
  length(): number
  /** How far the reader has come from the beginning of the page. */
  moved(): number
  /** The line that the reader is at, for a line below the header of a window that scrolls. */
  lineFor(line: number): number
  /** How far to go so that a place of the text is at a line, or on the page that is open. */
  distanceTo(place: number, line: number): number
  goBy(distance: number): void
}

export interface Stretch {
  start: number
  end: number
}

/** The window scrolls, as pages do. */
const scrolling: Way = {
  stretchOf(element) {
    const { top, bottom } = element.getBoundingClientRect()
    return { start: top, end: bottom }
  },
  length: () => innerHeight,
  moved: () => scrollY,
  lineFor: line => line,
  distanceTo: (place, line) => place - line,
  goBy: distance => scrollTo({ top: scrollY + distance, behavior: 'instant' }),
}

let current = scrolling

/** The way of the article that is read now. `pages/` makes others than scrolling. */
export const way = (): Way => current

/** @param chosen null for scrolling */
export function takeWay(chosen: Way | null): void {
  current = chosen ?? scrolling
}

/** Goes to where the page begins. */
export const goToBeginning = (): void => current.goBy(-current.moved())
