import { createHash } from 'node:crypto'
import { bandsOf, NEAR, type Sketch, shareOf, sketchOf } from '../sketch.ts'

/** How alike an article is to an earlier one. */
export interface Likeness {
  file: string
  /** Whether title and text are the same to the letter. */
  isSame: boolean
  /** The share of word pairs that both have, from 0 to 1; an estimate, good to some hundredths. */
  share: number
}

/** So many texts are compared for one band; more would be the same text again and again. */
const MAX_IN_BAND = 4

/**
 * Finds articles that hold the same text or nearly so, in time and memory that grow with the number of articles only.
 *
 * Texts whose sketches share a band are compared.
 */
export class SimilarTexts {
  readonly #files: string[] = []
  readonly #sketches: Sketch[] = []
  readonly #byDigest = new Map<string, string>()
  readonly #byBand = new Map<number, number[]>()

  /** Takes an article in. @returns the earlier one most like it, if any is */
  add(file: string, title: string, text: string): Likeness | null {
    if (text === '') return null
    const digest = createHash('sha256').update(`${title}\0${text}`).digest('base64')
    const twin = this.#byDigest.get(digest)
    if (twin !== undefined) return { file: twin, isSame: true, share: 1 }
    this.#byDigest.set(digest, file)

    const sketch = sketchOf(text)
    if (!sketch) return null
    const bands = bandsOf(sketch)
    const best = this.#closest(sketch, bands)
    const index = this.#files.push(file) - 1
    this.#sketches.push(sketch)
    for (const band of bands) {
      const members = this.#byBand.get(band)
      if (!members) this.#byBand.set(band, [index])
      else if (members.length < MAX_IN_BAND) members.push(index)
    }
    return best && best.share >= NEAR ? { ...best, isSame: false } : null
  }

  #closest(sketch: Sketch, bands: number[]) {
    let best: { file: string; share: number } | null = null
    for (const index of new Set(bands.flatMap(band => this.#byBand.get(band) ?? []))) {
      const share = shareOf(sketch, this.#sketches[index]!)
      if (!best || share > best.share) best = { file: this.#files[index]!, share }
    }
    return best
  }
}
