import type { Stretch, Way } from '../ui/way.ts'

/** From the right edge, in CSS pixels: the line that the reader is taken to be at. */
const LINE = 24

/** Vertical text in a box that scrolls leftwards. */
export class Columns implements Way {
  readonly #box: HTMLElement

  readonly #onGo: () => void

  /** @param onGo is told after each move that was not the browser's own */
  constructor(box: HTMLElement, onGo: () => void) {
    this.#box = box
    this.#onGo = onGo
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
  goBy = (distance: number) => {
    this.#box.scrollBy({ left: -distance, behavior: 'instant' })
    this.#onGo()
  }
  step = () => 1
}
