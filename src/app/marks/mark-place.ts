import { BodyText } from '../article/body-text.ts'
import { distanceFrom, holdAtLine } from '../ui/hold-at.ts'
import { unfold } from '../ui/range-view.ts'
import { describeQuote, findQuote, type Quote, type Span } from './anchor.ts'
import type { Mark } from './mark.ts'
import { paintFound } from './paint.ts'

/** Below the header, in CSS pixels from the top of the window: where a mark goes that was asked for. */
const MARK_LINE = 120

/** Where a mark is in the page; null if the body does not hold its passage. */
export interface PlacedMark {
  mark: Mark
  range: Range | null
  /** Where the passage begins in the text, now. */
  start: number | null
}

/** Finds every mark, in the order of the body; those that are lost come last. */
export function placeMarks(body: HTMLElement, marks: Mark[]): PlacedMark[] {
  if (marks.length === 0) return []
  const text = new BodyText(body, { isOriginal: true })
  const found = marks.map(mark => ({ mark, span: spanOf(mark, text.text) }))
  const order = ({ span }: (typeof found)[number]) => span?.start ?? text.text.length
  return found
    .sort((a, b) => order(a) - order(b))
    .map(({ mark, span }) => ({
      mark,
      range: span && text.rangeOf(span.start, span.end),
      start: span?.start ?? null,
    }))
}

const lastLooks = new WeakMap<Mark, { text: string; span: Span | null }>()

/** Text is often shown anew and still the same: what takes time is not done again. */
function spanOf(mark: Mark, text: string): Span | null {
  const last = lastLooks.get(mark)
  if (last?.text === text) return last.span
  const span = findQuote(text, mark)
  lastLooks.set(mark, { text, span })
  return span
}

/** The passage that a range of the page shows, in the seed's own words. */
export function quoteOf(body: HTMLElement, range: Range): Quote | null {
  const text = new BodyText(body, { isOriginal: true })
  return describeQuote(text.text, {
    start: text.offsetOf(range.startContainer, range.startOffset),
    end: text.offsetOf(range.endContainer, range.endOffset),
  })
}

/** Whether every part of a long body is in the page: what is not found before that may still come. */
export const isBodyWhole = (body: Element): boolean =>
  body.querySelector(':scope > .article-part:empty') === null

/** Takes the reader to a passage, and shows for a moment which it is. */
export function goToPassage(range: Range): void {
  const block = blockOf(range)
  if (!block) return
  unfold(range)
  focusBlock(block)
  holdAtLine(() => (block.isConnected ? distanceFrom(MARK_LINE, range) : 0))
  paintFound(range)
}

/** Focus goes where the reader is, so that the keyboard goes on from there. */
export function focusBlock(block: HTMLElement): void {
  block.tabIndex = -1
  block.dataset.marked = ''
  block.focus({ preventScroll: true })
}

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, figcaption, td, th, dt, dd, summary, div'

export const blockOf = ({ startContainer }: Range): HTMLElement | null => {
  const element = startContainer instanceof HTMLElement ? startContainer : startContainer.parentElement
  return element?.closest<HTMLElement>(BLOCKS) ?? null
}
