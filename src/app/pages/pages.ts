import type { Stretch, Way } from '../ui/way.ts'

/** Less than a line: what begins so little before a page is on it. In CSS pixels. */
const SLACK = 8

/**
 * The pages of a box whose content is set in columns of the box's size, one after another in the direction of its lines:
 * horizontal text has them side by side, vertical text one below the other.
 */
export class Pages implements Way {
  readonly #box: HTMLElement
  readonly #isVertical: boolean
  /** The page that was open before the browser may have gone somewhere by itself. */
  #last = 0

  readonly #onGo: () => void

  /** @param onGo is told after each move that was not the browser's own */
  constructor(box: HTMLElement, isVertical: boolean, onGo: () => void) {
    this.#box = box
    this.#isVertical = isVertical
    this.#onGo = onGo
  }

  /** From where one page begins to where the next does. */
  get #step(): number {
    const { clientWidth, clientHeight } = this.#box
    return (this.#isVertical ? clientHeight : clientWidth) + this.#gap
  }

  get #gap(): number {
    return Number.parseFloat(getComputedStyle(this.#box).columnGap) || 0
  }

  get #scrolled(): number {
    return this.#isVertical ? this.#box.scrollTop : this.#box.scrollLeft
  }

  get page(): number {
    return Math.round(this.#scrolled / this.#step)
  }

  get count(): number {
    const { scrollWidth, scrollHeight } = this.#box
    const size = this.#isVertical ? scrollHeight : scrollWidth
    return Math.max(1, Math.round((size + this.#gap) / this.#step))
  }

  goTo(page: number): void {
    this.#last = Math.max(0, Math.min(page, this.count - 1))
    const distance = this.#last * this.#step
    this.#box.scrollTo({
      left: this.#isVertical ? 0 : distance,
      top: this.#isVertical ? distance : 0,
      behavior: 'instant',
    })
    this.#onGo()
  }

  turn(pages: number): void {
    this.goTo(this.page + pages)
  }

  /**
   * Shows a page whole again after the browser itself went to something in it: it goes no further than it must, so what
   * it went to is on the page that came into view at the side.
   */
  align(): void {
    const page = this.#scrolled / this.#step
    const { scrollLeft, scrollTop } = this.#box
    const isAligned = Math.abs(page - this.page) * this.#step < 2
    if (isAligned && (this.#isVertical ? scrollLeft : scrollTop) === 0) this.#last = this.page
    else this.goTo(page > this.#last ? Math.ceil(page) : Math.floor(page))
  }

  /** Opens the page that an element begins on, unless another that it is on is open. */
  show(element: Element): void {
    if (!element.closest('article, .neighbours, .related')) return // tools and panels stand before the pages
    const { start, end } = this.stretchOf(element)
    const isOpen = end > 0 && start < this.length()
    if (isOpen) this.align()
    else this.goBy(this.distanceTo(start))
  }

  stretchOf(what: Element | Range): Stretch {
    const pieces = what.getClientRects()
    const first = pieces[0] ?? what.getBoundingClientRect()
    const last = pieces[pieces.length - 1] ?? first
    return { start: this.#placeOf(first, false), end: this.#placeOf(last, true) }
  }

  /** Where a piece begins or ends. Some browsers tell one piece of what goes over several pages. */
  #placeOf(piece: DOMRect, isEnd: boolean): number {
    const box = this.#box.getBoundingClientRect()
    const [first, last] = this.#isVertical
      ? [piece.top - box.top, piece.bottom - box.top]
      : [piece.left - box.left, piece.right - box.left]
    const before = this.#scrolled + (isEnd ? Math.max(first, last - 2) : first)
    const within = this.#isVertical
      ? box.right - (isEnd ? piece.left : piece.right)
      : (isEnd ? piece.bottom : piece.top) - box.top
    return (Math.floor((before + 1) / this.#step) - this.page) * this.length() + within
  }

  length = () => (this.#isVertical ? this.#box.clientWidth : this.#box.clientHeight)
  moved = () => this.page * this.length()
  lineFor = () => 1
  distanceTo = (place: number) => Math.floor((place + SLACK) / this.length()) * this.length()
  goBy = (distance: number) => this.turn(Math.round(distance / this.length()))
  step = () => this.length()
}
