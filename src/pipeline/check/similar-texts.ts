import { createHash } from 'node:crypto'

/** How alike an article is to an earlier one. */
export interface Likeness {
  file: string
  /** Whether title and text are the same to the letter. */
  isSame: boolean
  /** The share of word pairs that both have, from 0 to 1; an estimate, good to some hundredths. */
  share: number
}

/** A share of word pairs from which two texts count as nearly the same. */
const NEAR = 0.8

/** A shorter text, in word pairs, says too little: notices and stubs are alike without being copies. */
const MIN_PAIRS = 40

/** A sketch holds as many numbers: its estimate is then off by 0.04 at 0.8. */
const SIZE = 96

/** Of two texts at 0.8, 99 in 100 pairs share at least one band of so many numbers; at 0.3, 1 in 100. */
const BAND = 6

/** So many texts are compared for one band; more would be the same text again and again. */
const MAX_IN_BAND = 4

/**
 * Finds articles that hold the same text or nearly so, in time and memory that grow with the number of articles only.
 *
 * Each text is boiled down to a sketch: of its pairs of words (of Han characters, for Chinese has no gaps) every hash
 * falls into one of 96 bins, and the least of each bin stays. Equal numbers at equal places are as frequent as pairs
 * are shared (one-permutation MinHash). Texts that share a band of six numbers are compared.
 */
export class SimilarTexts {
  readonly #files: string[] = []
  readonly #sketches: Uint32Array[] = []
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

  #closest(sketch: Uint32Array, bands: number[]) {
    let best: { file: string; share: number } | null = null
    for (const index of new Set(bands.flatMap(band => this.#byBand.get(band) ?? []))) {
      const share = shareOf(sketch, this.#sketches[index]!)
      if (!best || share > best.share) best = { file: this.#files[index]!, share }
    }
    return best
  }
}

/** The least hash of each bin, or null if the text is too short to be compared. */
function sketchOf(text: string): Uint32Array | null {
  const sketch = new Uint32Array(SIZE).fill(EMPTY)
  let pairs = 0
  let last = 0
  eachWord(text, word => {
    if (last !== 0) {
      pairs++
      const hash = mix(Math.imul(last, 0x9e3779b1) ^ word)
      const bin = hash % SIZE
      const value = mix(hash ^ 0x85ebca6b)
      if (value < sketch[bin]!) sketch[bin] = value
    }
    last = word
  })
  return pairs < MIN_PAIRS ? null : filled(sketch)
}

const EMPTY = 0xffffffff

/** An empty bin takes the number of the next one that has any, so that short texts can be compared as well. */
function filled(sketch: Uint32Array): Uint32Array {
  const full = sketch.slice()
  for (let bin = 0; bin < SIZE; bin++) {
    let steps = 0
    while (sketch[(bin + steps) % SIZE] === EMPTY && steps < SIZE) steps++
    if (steps > 0) full[bin] = mix(sketch[(bin + steps) % SIZE]! ^ steps)
  }
  return full
}

function bandsOf(sketch: Uint32Array): number[] {
  const bands: number[] = []
  for (let start = 0; start < SIZE; start += BAND) {
    let hash = start
    for (let index = start; index < start + BAND; index++) hash = mix(Math.imul(hash, 31) ^ sketch[index]!)
    bands.push(hash)
  }
  return bands
}

function shareOf(a: Uint32Array, b: Uint32Array): number {
  let equal = 0
  for (let index = 0; index < SIZE; index++) if (a[index] === b[index]) equal++
  return equal / SIZE
}

/** Calls back with a hash of each word: a run of letters and digits, or one character of Chinese or Japanese. */
function eachWord(text: string, visit: (hash: number) => void): void {
  let word = 0
  const end = () => {
    if (word !== 0) visit(word)
    word = 0
  }
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (isLetter(code)) word = Math.imul(word ^ (code >= 65 && code <= 90 ? code + 32 : code), 0x01000193) + 1
    else {
      end()
      if (code >= 0x3040 && code < 0xff00) visit(code)
    }
  }
  end()
}

/** Digits and letters of writing that has gaps between its words. */
const isLetter = (code: number) =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 0xc0 && code < 0x2000)

/** Spreads the bits of a number, so that near numbers are far apart: the finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
