/**
 * Paints stretches of the page as `::highlight(name)` says, without a change to its elements; none takes the paint away.
 * Where the browser knows nothing of this, nothing is painted.
 */
export function paintRanges(name: string, ranges: Iterable<AbstractRange>, priority = 0): void {
  if (!('highlights' in CSS)) return
  const highlight = new Highlight()
  for (const range of ranges) highlight.add(range)
  highlight.priority = priority
  if (highlight.size === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, highlight)
}
