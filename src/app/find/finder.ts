import { BodyText, watchText } from '../article/body-text.ts'
import { offsetInView, offsetOfPlace, placeAt, type TextPlace } from '../article/text-place.ts'
import { getSetting } from '../settings/settings.ts'
import { paintRanges } from '../ui/paint-ranges.ts'
import { bringIntoView, READING_LINE } from '../ui/range-view.ts'
import { forEachInSlices } from '../ui/slices.ts'
import { findAll, foldInSlices, type Hit, hitFrom, hitNear } from './find-all.ts'
import type { Folded } from './fold.ts'

/** What a reader is told of a search: `current` counts from 0. */
export interface Found {
  needle: string
  count: number
  current: number
}

const HITS = 'found'
const CURRENT = 'found-now'

/** Below the strip, in CSS pixels from the top of the window. */
const HEAD = 132

/** Looks for something in a body, anew whenever its text has changed, paints where it is and leads there. */
export class Finder {
  readonly #body: HTMLElement
  readonly #tell: (found: Found) => void
  readonly #stopWatching: () => void
  #reading = new AbortController()
  #painting = new AbortController()
  #text: BodyText | null = null
  #folded: Folded | null = null
  #needle = ''
  #hits: Hit[] = []
  #current = 0
  #visits = 0
  /** Where a search begins: at the last hit that was visited, or where the reader is. */
  #place: TextPlace | null = null

  constructor(body: HTMLElement, tell: (found: Found) => void) {
    this.#body = body
    this.#tell = tell
    this.#stopWatching = watchText(body, () => void this.#read())
    void this.#read()
  }

  /** Looks for something else. */
  look(needle: string): void {
    if (needle === this.#needle) return
    this.#needle = needle
    this.#search()
    this.#visit(hitFrom(this.#hits, this.#origin()))
  }

  /** To the next hit or the one before, and around at the ends. */
  go(step: 1 | -1): void {
    const { length } = this.#hits
    if (length > 0) this.#visit((this.#current + step + length) % length)
  }

  stop(): void {
    this.#stopWatching()
    this.#reading.abort()
    this.#painting.abort()
    this.#visits++
    paintRanges(HITS, [])
    paintRanges(CURRENT, [])
  }

  /** The text, as it is now. The first time, what the reader asked for meanwhile is visited; later nothing moves. */
  async #read() {
    this.#reading.abort()
    this.#reading = new AbortController()
    const { signal } = this.#reading
    const hasPictures = getSetting('pictures') !== 'none'
    const text = new BodyText(this.#body, hasPictures ? {} : { without: 'figure:has(img), .picture-group' })
    const folded = await foldInSlices(text.text, signal)
    if (signal.aborted) return
    const isFirst = this.#text === null
    this.#text = text
    this.#folded = folded
    this.#search()
    if (isFirst) this.#visit(hitFrom(this.#hits, this.#origin()))
    else this.#mark(hitNear(this.#hits, this.#origin()))
  }

  #search() {
    if (!this.#folded) return
    this.#hits = findAll(this.#folded, this.#needle)
    void this.#paintAll()
  }

  #origin(): number {
    if (!this.#text) return 0
    const kept = this.#place && offsetOfPlace(this.#text, this.#place)
    return kept ?? offsetInView(this.#body, this.#text, READING_LINE)
  }

  #visit(index: number) {
    if (!this.#mark(index)) return
    const visit = ++this.#visits
    bringIntoView(() => (visit === this.#visits ? this.#range(this.#current) : null), HEAD)
  }

  /** Makes a hit the current one, and says so. */
  #mark(index: number): Range | null {
    this.#current = index
    const range = this.#range(index)
    if (range) this.#place = placeAt(this.#text!, this.#hits[index]!.start)
    paintRanges(CURRENT, range ? [range] : [], 2)
    this.#tell({ needle: this.#needle, count: this.#hits.length, current: index })
    return range
  }

  #range(index: number): Range | null {
    const hit = this.#hits[index]
    return hit ? this.#text!.rangeOf(hit.start, hit.end) : null
  }

  async #paintAll() {
    this.#painting.abort()
    this.#painting = new AbortController()
    const { signal } = this.#painting
    const ranges: StaticRange[] = []
    const add = ({ start, end }: Hit) => {
      const range = this.#text!.rangeOf(start, end)
      // What follows every change of the page by itself would slow each of them down.
      if (range) ranges.push(new StaticRange(range))
    }
    await forEachInSlices(this.#hits, add, signal)
    if (!signal.aborted) paintRanges(HITS, ranges, 1)
  }
}
