import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core'
import { flushSync } from 'react-dom'
import { PAGE_SIZE, type Summary } from '../../shared/article.ts'
import { HEADER_HEIGHT, historyKey, keepPlace, keptPlace, type ListPlace } from './list-place.ts'
import type { RowSource } from './row-source.ts'

/** What of a list is in the page: some rows, and the room of those before and after them. */
export interface ListView {
  rows: Row[]
  before: number
  after: number
  /** The first row that can be scrolled to; those before it come once its list's head is out of sight. */
  start: number
  /** The row at the top of the window. */
  top: number
  rowHeight: number
}

export interface Row {
  index: number
  /** Undefined while its page is on the way. */
  article: Summary | undefined
  /** The one before it in the list, if that is known. */
  previous: Summary | undefined
}

/** Rows that can be scrolled to on either side of the reader. Further ones come when they get near. */
const REACH = 5000
const NEAR_END = 500
/** Rows kept in the page beyond the window's edges. */
const OVERSCAN = 6
/** A fling passes pages quicker than they are worth fetching. */
const FETCH_DELAY_MS = 40

/**
 * Shows a part of a list that may be of any length: the rows around the window, with pages fetched as they come near
 * and let go when they are far. It keeps the reader's place in the history.
 */
export class ListWindow {
  readonly #list: HTMLElement
  readonly #source: RowSource
  readonly #show: (view: ListView) => void
  readonly #historyKey = historyKey()
  #rowHeight!: number
  /** How many rows stand side by side; they are as high as the highest of their line. */
  #columns = 1
  #width = innerWidth
  readonly #listeners = new AbortController()
  #virtualizer!: Virtualizer<Window, HTMLElement>
  #start = 0
  #end = 0
  #fetchTimer: ReturnType<typeof setTimeout> | undefined
  /** To be brought back to its place while rows around it get their heights. */
  #held: ListPlace | null = null
  /** React is at work and will render again by itself. */
  #isCommitting = false
  #hasMoved = false

  /**
   * @param list the element of the rows; some are in it
   * @param show is called with every change of what is to be seen
   */
  constructor(list: HTMLElement, source: RowSource, show: (view: ListView) => void) {
    this.#list = list
    this.#source = source
    this.#show = show
    this.#measure()
    const { signal } = this.#listeners
    // Before a link is followed, and before the page is left.
    addEventListener('click', () => this.#keepPlace(), { capture: true, signal })
    addEventListener('pagehide', () => this.#keepPlace(), { signal })
    addEventListener('resize', () => innerWidth !== this.#width && this.adapt(), { signal })
  }

  /**
   * @param first the first row where there is no place
   * @param place where to begin, or null to leave everything where it is
   * @param isCommitting whether React is at work just now
   */
  begin(first: number, place: ListPlace | null, isCommitting: boolean): void {
    this.#isCommitting = isCommitting
    if (place) {
      const found = this.#source.find(place.id)
      const index = Math.min(found >= 0 ? found : place.index, this.#source.total - 1)
      this.#openAt({ ...place, index })
      // A page that was just opened will be scrolled to its top.
    } else this.#open(first, first + REACH, isCommitting ? 0 : scrollY)
    this.#isCommitting = false
    if (isCommitting) requestAnimationFrame(() => requestAnimationFrame(() => this.#fillUp()))
  }

  /** The rows that nobody sees yet come after those that are waited for. */
  #fillUp(): void {
    if (this.#listeners.signal.aborted) return
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, overscan: OVERSCAN })
    this.#update(false)
  }

  /** Shows the first articles of a month, or whatever else begins at a row. */
  async jumpTo(index: number): Promise<void> {
    await this.#source.load(index)
    this.#openAt({ index, id: '', offset: headerBottom() })
    this.#rowElement(index)?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  }

  /** To be called when the rows are in the page, before they are painted. */
  committed(): void {
    this.#isCommitting = true
    const scrollMargin = this.#list.getBoundingClientRect().top + scrollY
    if (Math.abs(scrollMargin - this.#virtualizer.options.scrollMargin) > 1)
      this.#virtualizer.setOptions({ ...this.#virtualizer.options, scrollMargin })
    this.#virtualizer._willUpdate()
    this.#virtualizer.measureElement(null) // lets go of the rows that are gone
    for (const row of this.#rows()) if (this.#isFirstOfLine(row)) this.#virtualizer.measureElement(row)
    if (this.#held) {
      this.#restorePlace()
      // The router restores places too, as pixels, right after this.
      queueMicrotask(() => this.#restorePlace())
    }
    this.#isCommitting = false
  }

  close(): void {
    this.#listeners.abort()
    clearTimeout(this.#fetchTimer)
    this.#virtualizer._didMount()()
  }

  /** To be called when rows have other heights than before: in a window of another width, or in another layout. */
  adapt(): void {
    this.#width = innerWidth
    this.#measure()
    const place = keptPlace()
    if (place && this.#isHeadHidden()) this.#openAt(place)
    else this.#open(this.#start, this.#end, scrollY)
  }

  /** To be called when the list has more rows than before. */
  grow(): void {
    if (this.#virtualizer.options.count === this.#lines()) return
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, count: this.#lines() })
    this.#update(false)
  }

  #measure(): void {
    const rows = this.#rows()
    const { display, gridTemplateColumns } = getComputedStyle(this.#list)
    this.#columns = display === 'grid' ? gridTemplateColumns.split(' ').length : 1
    const heights = rows.map(row => row.getBoundingClientRect().height)
    if (rows.length > 0) this.#rowHeight = heights.reduce((sum, height) => sum + height) / rows.length
    this.#rowHeight ||= USUAL_HEIGHT
  }

  #rows(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('.entry:not(.pending)')]
  }

  #lineOf(row: HTMLElement): number {
    return Math.floor((Number(row.dataset.index) - this.#start) / this.#columns)
  }

  #isFirstOfLine(row: HTMLElement): boolean {
    return (Number(row.dataset.index) - this.#start) % this.#columns === 0
  }

  #lines(): number {
    return Math.ceil((Math.min(this.#end, this.#source.total) - this.#start) / this.#columns)
  }

  #isHeadHidden(): boolean {
    return this.#list.getBoundingClientRect().top < 0
  }

  #openAt(place: ListPlace): void {
    const reach = Math.max(0, place.index - REACH)
    const start = reach - (reach % this.#columns)
    this.#held = place
    const listTop = this.#list.getBoundingClientRect().top + scrollY
    const line = Math.floor((place.index - start) / this.#columns)
    this.#open(start, place.index + REACH, listTop + line * this.#rowHeight - place.offset)
    // Two frames on every row in sight has its height.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#release(place)))
  }

  #open(start: number, end: number, offset: number): void {
    this.#virtualizer?._didMount()()
    this.#start = start
    this.#end = end
    this.#virtualizer = new Virtualizer<Window, HTMLElement>({
      count: this.#lines(),
      estimateSize: () => this.#rowHeight,
      getItemKey: line => start + line * this.#columns,
      // Rows say where they are in the whole list.
      indexAttribute: 'data-index',
      measureElement: (row, entry, { itemSizeCache }) =>
        entry?.borderBoxSize[0]?.blockSize ??
        itemSizeCache.get(Number(row.dataset.index)) ??
        row.getBoundingClientRect().height,
      overscan: this.#isCommitting ? 1 : OVERSCAN,
      scrollMargin: this.#list.getBoundingClientRect().top + scrollY,
      initialOffset: offset,
      initialRect: { width: innerWidth, height: innerHeight },
      getScrollElement: () => window,
      scrollToFn: windowScroll,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      onChange: ({ isScrolling }, isUrgent) => {
        this.#update(isUrgent)
        if (isScrolling) this.#hasMoved = true
        else if (this.#hasMoved && !this.#held) {
          this.#hasMoved = false
          this.#settle()
        }
      },
    })
    if (KEEPS_ROWS_IN_PLACE) this.#virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false
    this.#virtualizer.indexFromElement = row => this.#lineOf(row)
    this.#update(true)
  }

  #update(isUrgent: boolean): void {
    clearTimeout(this.#fetchTimer)
    this.#fetchTimer = setTimeout(() => this.#fetchNear(), FETCH_DELAY_MS)
    const view = this.#view()
    if (isUrgent && !this.#isCommitting) flushSync(() => this.#show(view))
    else this.#show(view)
  }

  #view(): ListView {
    const lines = this.#virtualizer.getVirtualItems()
    const { scrollMargin } = this.#virtualizer.options
    const line = (this.#virtualizer.scrollOffset ?? 0) + HEADER_HEIGHT + ROUNDING
    const top = lines.find(({ end }) => end > line) ?? lines[0]
    const rowOf = (line: number) => this.#start + line * this.#columns
    const first = rowOf(lines[0]?.index ?? 0)
    const end = Math.min(this.#source.total, rowOf((lines.at(-1)?.index ?? -1) + 1))
    return {
      rows: Array.from({ length: Math.max(0, end - first) }, (_, index) => this.#row(first + index)),
      before: (lines[0]?.start ?? scrollMargin) - scrollMargin,
      after: this.#virtualizer.getTotalSize() - ((lines.at(-1)?.end ?? scrollMargin) - scrollMargin),
      start: this.#start,
      top: rowOf(top?.index ?? 0),
      rowHeight: this.#rowHeight,
    }
  }

  #row(index: number): Row {
    return { index, article: this.#source.article(index), previous: this.#source.article(index - 1) }
  }

  #fetchNear(): void {
    const { rows } = this.#view()
    if (rows.length === 0) return
    const first = Math.max(0, rows[0]!.index - PAGE_SIZE / 2)
    const last = Math.min(this.#source.total - 1, rows.at(-1)!.index + PAGE_SIZE)
    for (let index = first; index <= last; index++)
      this.#source.load(index).then(
        isNew => isNew && !this.#listeners.signal.aborted && this.#update(false),
        () => undefined, // its rows stay empty; it is asked for again when they come by
      )
    this.#source.letGo(rows[rows.length >> 1]!.index)
  }

  /** The reader has stopped. */
  #settle(): void {
    const place = this.#keepPlace()
    if (!place) return
    const isShortAbove = this.#start > 0 && place.index - this.#start < NEAR_END && this.#isHeadHidden()
    const isShortBelow = this.#end < this.#source.total && this.#end - place.index < NEAR_END
    if (isShortAbove || isShortBelow) this.#openAt(place)
  }

  #keepPlace(): ListPlace | null {
    // The address may be that of the next page already.
    if (historyKey() !== this.#historyKey) return null
    const place = this.#place()
    if (place) keepPlace(this.#source.addressAt(place.index), place)
    return place
  }

  #place(): ListPlace | null {
    const line = headerBottom() + ROUNDING
    for (const row of this.#list.querySelectorAll<HTMLElement>('.entry')) {
      const { top, bottom } = row.getBoundingClientRect()
      const index = Number(row.dataset.index)
      const id = this.#source.article(index)?.id
      if (bottom > line && id) return { index, id, offset: top }
    }
    return null
  }

  #restorePlace(): void {
    if (!this.#held) return
    const row = this.#rowElement(this.#held.index)
    if (row) scrollBy({ top: row.getBoundingClientRect().top - this.#held.offset, behavior: 'instant' })
  }

  #release(place: ListPlace): void {
    if (this.#held !== place || this.#listeners.signal.aborted) return
    this.#restorePlace()
    this.#held = null
    if (!place.id) this.#keepPlace() // one that was jumped to; another is kept already
  }

  #rowElement(index: number): HTMLElement | null {
    return this.#list.querySelector(`[data-index="${index}"]`)
  }
}

/**
 * Most browsers do not let rows in view move when those above them change their height, and know best how to do that
 * while a finger or an animation scrolls. Where they do not, the virtualizer does it.
 */
const KEEPS_ROWS_IN_PLACE = CSS.supports('overflow-anchor', 'auto')

/** About how high a row is, as long as none is in the page. */
const USUAL_HEIGHT = 140

/** Browsers scroll to whole pixels: what ends here has ended. */
const ROUNDING = 2

/** What stands over the top of the window ends here. */
const headerBottom = () =>
  Math.max(0, document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0)
