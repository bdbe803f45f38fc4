/**
 * How the text of an article goes past the reader. All lengths are CSS pixels along the text, counted from where the
 * view of it begins; an element before that has negative ones.
 */
export interface Way {
  /** Where an element or a stretch of text begins and ends. */
  stretchOf(what: Element | Range): Stretch
  /** How much is in view. */
  length(): number
  /** How far the reader has come from the beginning of the page. */
  moved(): number
  /** The line that the reader is at, for a line below the header of a window that scrolls. */
  lineFor(line: number): number
  /** How far to go so that a place of the text is at a line, or on the page that is open. */
  distanceTo(place: number, line: number): number
  goBy(distance: number): void
  /** It goes by no less than this. */
  step(): number
}

export interface Stretch {
  start: number
  end: number
}

/** The window scrolls, as pages do. */
const scrolling: Way = {
  stretchOf(what) {
    const { top, bottom } = what.getBoundingClientRect()
    return { start: top, end: bottom }
  },
  length: () => innerHeight,
  moved: () => scrollY,
  lineFor: line => line,
  distanceTo: (place, line) => place - line,
  goBy: distance => scrollTo({ top: scrollY + distance, behavior: 'instant' }),
  step: () => 1,
}

let current = scrolling

/** The way of the article that is read now. `pages/` makes others than scrolling. */
export const way = (): Way => current

/** Whether the text goes on within the window, which itself stands still. */
export const isBoxed = (): boolean => current !== scrolling

/** @param chosen null for scrolling */
export function takeWay(chosen: Way | null): void {
  current = chosen ?? scrolling
}

/** Goes to where the page begins. */
export const goToBeginning = (): void => current.goBy(-current.moved())
