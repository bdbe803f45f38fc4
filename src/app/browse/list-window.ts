import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core'
import { flushSync } from 'react-dom'
import { type CataloguePage, PAGE_SIZE, type Summary } from '../../shared/article.ts'
import { queryClient } from '../data/query-client.ts'
import type { ArticleState } from '../history/article-state.ts'
import { statesQuery } from '../history/article-states.ts'
import {
  firstOf,
  HEADER_HEIGHT,
  historyKey,
  keepPlace,
  keptPlace,
  type ListPlace,
  pageOf,
} from './list-place.ts'
import { catalogueQuery } from './queries.ts'

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
  state: ArticleState | undefined
}

/** Rows that can be scrolled to on either side of the reader. Further ones come when they get near. */
const REACH = 5000
const NEAR_END = 500
/** Rows kept in the page beyond the window's edges. */
const OVERSCAN = 6
/** Pages kept in memory on either side of the reader. */
const KEPT_PAGES = 5
/** A fling passes pages quicker than they are worth fetching. */
const FETCH_DELAY_MS = 40

interface LoadedPage {
  articles: Summary[]
  states?: Record<string, ArticleState>
}

/**
 * Shows a part of a list that may be of any length: the rows around the window, with pages fetched as they come near
 * and let go when they are far. It keeps the reader's place in the history.
 */
export class ListWindow {
  readonly #list: HTMLElement
  readonly #page: CataloguePage
  readonly #name: string
  readonly #total: number
  readonly #show: (view: ListView) => void
  readonly #pages = new Map<number, LoadedPage>()
  readonly #loading = new Set<number>()
  readonly #historyKey = historyKey()
  #rowHeight: number
  #width = innerWidth
  readonly #listeners = new AbortController()
  #virtualizer!: Virtualizer<Window, HTMLElement>
  #start = 0
  #fetchTimer: ReturnType<typeof setTimeout> | undefined
  /** To be brought back to its place while rows around it get their heights. */
  #held: ListPlace | null = null
  /** React is at work and will render again by itself. */
  #isCommitting = false
  #hasMoved = false

  /**
   * @param list the element of the rows; it holds those of `page`
   * @param show is called with every change of what is to be seen
   */
  constructor(list: HTMLElement, page: CataloguePage, show: (view: ListView) => void) {
    this.#list = list
    this.#page = page
    this.#name = page.list
    this.#total = page.rows
    this.#show = show
    this.#pages.set(page.page, { articles: page.articles })
    this.#rowHeight = list.offsetHeight / list.childElementCount
    const { signal } = this.#listeners
    // Before a link is followed, and before the page is left.
    addEventListener('click', () => this.#keepPlace(), { capture: true, signal })
    addEventListener('pagehide', () => this.#keepPlace(), { signal })
    addEventListener('resize', () => this.#adapt(), { signal })
  }

  /**
   * @param place where to begin, or null to leave everything where it is
   * @param isCommitting whether React is at work just now
   */
  begin(place: ListPlace | null, isCommitting: boolean): void {
    this.#isCommitting = isCommitting
    const first = firstOf(this.#page.page)
    if (place) {
      const found = this.#page.articles.findIndex(({ id }) => id === place.id)
      const index = Math.min(found >= 0 ? first + found : place.index, this.#total - 1)
      this.#openAt({ ...place, index })
      // A page that was just opened will be scrolled to its top.
    } else this.#open(first, Math.min(this.#total, first + REACH), isCommitting ? 0 : scrollY)
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
    await this.#load(pageOf(index))
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
    for (const row of this.#list.querySelectorAll<HTMLElement>('.entry:not(.pending)'))
      this.#virtualizer.measureElement(row)
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

  /** Rows have other heights in a window of another width. */
  #adapt(): void {
    if (innerWidth === this.#width) return
    this.#width = innerWidth
    const rows = [...this.#list.querySelectorAll<HTMLElement>('.entry:not(.pending)')]
    if (rows.length > 0) this.#rowHeight = rows.reduce((sum, row) => sum + row.offsetHeight, 0) / rows.length
    const place = keptPlace()
    if (place && this.#isHeadHidden()) this.#openAt(place)
    else this.#open(this.#start, this.#start + this.#virtualizer.options.count, scrollY)
  }

  #isHeadHidden(): boolean {
    return this.#list.getBoundingClientRect().top < 0
  }

  #openAt(place: ListPlace): void {
    const start = Math.max(0, place.index - REACH)
    this.#held = place
    const listTop = this.#list.getBoundingClientRect().top + scrollY
    const offset = listTop + (place.index - start) * this.#rowHeight - place.offset
    this.#open(start, Math.min(this.#total, place.index + REACH), offset)
    // Two frames on every row in sight has its height.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#release(place)))
  }

  #open(start: number, end: number, offset: number): void {
    this.#virtualizer?._didMount()()
    this.#start = start
    this.#virtualizer = new Virtualizer<Window, HTMLElement>({
      count: end - start,
      estimateSize: () => this.#rowHeight,
      getItemKey: index => start + index,
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
    this.#virtualizer.indexFromElement = row => Number(row.dataset.index) - start
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
    const items = this.#virtualizer.getVirtualItems()
    const { scrollMargin } = this.#virtualizer.options
    const line = (this.#virtualizer.scrollOffset ?? 0) + HEADER_HEIGHT + ROUNDING
    const top = items.find(({ end }) => end > line) ?? items[0]
    return {
      rows: items.map(({ index }) => this.#row(this.#start + index)),
      before: (items[0]?.start ?? scrollMargin) - scrollMargin,
      after: this.#virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin),
      start: this.#start,
      top: this.#start + (top?.index ?? 0),
      rowHeight: this.#rowHeight,
    }
  }

  #row(index: number): Row {
    const page = this.#pages.get(pageOf(index))
    const article = page?.articles[index % PAGE_SIZE]
    return { index, article, state: article && page?.states?.[article.id] }
  }

  #fetchNear(): void {
    const { rows } = this.#view()
    if (rows.length === 0) return
    const first = pageOf(Math.max(0, rows[0]!.index - PAGE_SIZE / 2))
    const last = pageOf(Math.min(this.#total - 1, rows.at(-1)!.index + PAGE_SIZE))
    for (let page = first; page <= last; page++)
      this.#load(page).then(
        isNew => isNew && !this.#listeners.signal.aborted && this.#update(false),
        () => undefined, // its rows stay empty; it is asked for again when they come by
      )
    this.#letGo(pageOf(rows[rows.length >> 1]!.index))
  }

  /** @returns whether there is anything new to show */
  async #load(page: number): Promise<boolean> {
    const loaded = this.#pages.get(page)
    if (loaded?.states || this.#loading.has(page)) return false
    this.#loading.add(page)
    try {
      const articles =
        loaded?.articles ?? (await queryClient.ensureQueryData(catalogueQuery(this.#name, page))).articles
      this.#pages.set(page, { articles })
      const states = queryClient.fetchQuery(statesQuery(articles.map(({ id }) => id))).catch(() => ({}))
      void states.then(states => {
        if (!this.#pages.has(page) || this.#listeners.signal.aborted) return
        this.#pages.set(page, { articles, states })
        if (Object.keys(states).length > 0) this.#update(false)
      })
      return !loaded
    } finally {
      this.#loading.delete(page)
    }
  }

  /** Memory does not grow with the way that was scrolled. */
  #letGo(page: number): void {
    const isFar = (other: unknown) => Math.abs(Number(other) - page) > KEPT_PAGES
    for (const other of this.#pages.keys()) if (isFar(other)) this.#pages.delete(other)
    queryClient.removeQueries({
      queryKey: ['catalogue', this.#name],
      type: 'inactive',
      predicate: ({ queryKey }) => isFar(queryKey[2]),
    })
  }

  /** The reader has stopped. */
  #settle(): void {
    const place = this.#keepPlace()
    if (!place) return
    const end = this.#start + this.#virtualizer.options.count
    const isShortAbove = this.#start > 0 && place.index - this.#start < NEAR_END && this.#isHeadHidden()
    const isShortBelow = end < this.#total && end - place.index < NEAR_END
    if (isShortAbove || isShortBelow) this.#openAt(place)
  }

  #keepPlace(): ListPlace | null {
    // The address may be that of the next page already.
    if (historyKey() !== this.#historyKey) return null
    const place = this.#place()
    if (place) keepPlace(this.#name, place)
    return place
  }

  #place(): ListPlace | null {
    const line = headerBottom() + ROUNDING
    for (const row of this.#list.querySelectorAll<HTMLElement>('.entry')) {
      const { top, bottom } = row.getBoundingClientRect()
      const index = Number(row.dataset.index)
      const id = this.#row(index).article?.id
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

/** Browsers scroll to whole pixels: what ends here has ended. */
const ROUNDING = 2

/** What stands over the top of the window ends here. */
const headerBottom = () =>
  Math.max(0, document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0)
