import { type Colour, colourNames } from './mark.ts'

const FOUND_FOR_MS = 2500

/** Ranges are painted by `::highlight()`, the page itself stays as it is; browsers of before 2025 may not know how. */
const canPaint = 'Highlight' in globalThis && 'highlights' in CSS

/** What a stretch of text can be shown as; marks.css says how each looks. */
type Paint = Colour | 'note' | 'pending' | 'found'

/** Shows ranges in a way, and no others. */
export function paint(name: Paint, ranges: Range[]): void {
  if (!canPaint) return
  if (ranges.length === 0) {
    CSS.highlights.delete(`mark-${name}`)
    return
  }
  const highlight = new Highlight(...ranges)
  highlight.priority = PRIORITY[name] ?? 0
  CSS.highlights.set(`mark-${name}`, highlight)
}

const PRIORITY: Partial<Record<Paint, number>> = { note: 1, pending: 2, found: 3 }

export function paintNothing(): void {
  for (const name of [...colourNames, 'note', 'pending', 'found'] as const) paint(name, [])
}

let forgetting: ReturnType<typeof setTimeout> | undefined

/** Shows for a moment which passage was asked for. */
export function paintFound(range: Range): void {
  clearTimeout(forgetting)
  paint('found', [range])
  // The moment begins once it is in sight: to bring a long article there takes a while.
  requestAnimationFrame(() => {
    forgetting = setTimeout(() => paint('found', []), FOUND_FOR_MS)
  })
}
