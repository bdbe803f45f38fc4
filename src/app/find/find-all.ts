import { forEachInSlices } from '../ui/slices.ts'
import { type Folded, foldInto, foldNeedle } from './fold.ts'

/** A stretch of a text that says what is looked for. */
export interface Hit {
  start: number
  end: number
}

/** Folded between two breaths of the page. */
const STRETCH = 4096

/** Folds a text, however long, without holding the page up. */
export async function foldInSlices(text: string, signal?: AbortSignal): Promise<Folded> {
  const folded: Folded = { text: '', starts: [], ends: [] }
  await forEachInSlices(stretchesOf(text), ([start, end]) => foldInto(folded, text, start, end), signal)
  return folded
}

/** Whole lines, so that no character comes apart. */
function* stretchesOf(text: string): Generator<[number, number]> {
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start + STRETCH)
    const end = lineEnd < 0 ? text.length : lineEnd + 1
    yield [start, end]
    start = end
  }
}

/** Every place of a text that says what is looked for, in order; none begins within another. */
export function findAll(folded: Folded, needle: string): Hit[] {
  const wanted = foldNeedle(needle)
  const hits: Hit[] = []
  if (wanted === '') return hits
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    const hit = { start: folded.starts[at]!, end: folded.ends[at + wanted.length - 1]! }
    // One character may fold to several that are all looked for: it is one hit.
    if (hit.start >= (hits.at(-1)?.end ?? 0)) hits.push(hit)
  }
  return hits
}

/** Index of the hit nearest to a place. */
export const hitNear = (hits: Hit[], place: number): number =>
  hits.reduce(
    (best, { start }, index) =>
      Math.abs(start - place) < Math.abs(hits[best]!.start - place) ? index : best,
    0,
  )

/** Index of the first hit that reaches beyond a place; after the last, the search begins anew. */
export const hitFrom = (hits: Hit[], place: number): number =>
  Math.max(
    0,
    hits.findIndex(({ end }) => end > place),
  )
