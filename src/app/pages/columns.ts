import type { Stretch, Way } from '../ui/way.ts'

/** From the right edge, in CSS pixels: the line that the reader is taken to be at. */
const LINE = 24

/** Vertical text in a box that scrolls leftwards. */
export class Columns implements Way {
  readonly #box: HTMLElement

  constructor(box: HTMLElement) {
    this.#box = box
  }

  stretchOf(what: Element | Range): Stretch {
    const edge = this.#box.getBoundingClientRect().right
    const { left, right } = what.getBoundingClientRect()
    return { start: edge - right, end: edge - left }
  }

  length = () => this.#box.clientWidth
  moved = () => -this.#box.scrollLeft
  lineFor = () => LINE
  distanceTo = (place: number) => place - LINE
  goBy = (distance: number) => this.#box.scrollBy({ left: -distance, behavior: 'instant' })
  step = () => 1
}
