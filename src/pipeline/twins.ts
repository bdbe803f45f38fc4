import type { CatalogueHead } from './catalogue.ts'
import { bandsOf, NEAR, type Sketch, shareOf, unpackSketch } from './sketch.ts'
import { sourceOf } from './source-of.ts'

/** Reports of one event come within so many milliseconds. */
const LONGEST = 7 * 86_400_000

/** Places for bands. Where two meet, the older article has the place: a twin may be missed, and memory does not grow. */
const SLOTS = 2 ** 21

/**
 * Finds articles that say the same at about the same time: reports that several sources have, or one source twice
 * under one title. What a source says day by day in the same words stays apart.
 *
 * @param heads newest first
 * @param sketchOf a packed sketch of the text, or null if it is too short
 * @returns of each article that has twins, the newest of them
 */
export function findTwins(
  heads: CatalogueHead[],
  sketchOf: (id: string) => string | null,
): Map<string, CatalogueHead> {
  const firstOf = new Map<string, CatalogueHead>()
  const sketches: (Sketch | null)[] = []
  const slots = new Int32Array(SLOTS).fill(-1)
  for (const [index, head] of heads.entries()) {
    const packed = sketchOf(head.id)
    const sketch = packed === null ? null : unpackSketch(packed)
    sketches.push(sketch)
    if (!sketch) continue
    const bands = bandsOf(sketch).map(band => band % SLOTS)
    const near = [...new Set(bands.map(band => slots[band]!))].filter(
      other => other >= 0 && shareOf(sketch, sketches[other]!) >= NEAR,
    )
    const twin = near.map(other => heads[other]!).find(other => isSameReport(head, other))
    if (twin) {
      const first = firstOf.get(twin.id) ?? twin
      firstOf.set(first.id, first)
      firstOf.set(head.id, first)
    }
    for (const band of bands) slots[band] = index
  }
  return firstOf

  function isSameReport(head: CatalogueHead, other: CatalogueHead): boolean {
    const isOtherSource = sourceOf(head) !== sourceOf(other)
    return (isOtherSource || head.title === other.title) && isNear(head, firstOf.get(other.id) ?? other)
  }
}

function isNear(one: CatalogueHead, other: CatalogueHead): boolean {
  if (!one.date || !other.date) return one.date === other.date
  return Math.abs(Date.parse(one.date) - Date.parse(other.date)) <= LONGEST
}
