/** What is kept of a text to tell whether another is nearly the same. */
export type Sketch = Uint32Array | Uint8Array

/** A share of word pairs from which two texts count as nearly the same. */
export const NEAR = 0.8

/** A shorter text, in word pairs, says too little: notices and stubs are alike without being copies. */
const MIN_PAIRS = 40

/** Nor does one that says a few words again and again. */
const MIN_BINS = 24

/** A sketch holds as many numbers: its estimate is then off by 0.04 at 0.8. */
const SIZE = 96

/** Of two texts at 0.8, 99 in 100 pairs share at least one band of so many numbers; at 0.3, 1 in 100. */
const BAND = 6

/**
 * Boils a text down: of its pairs of words (of Han characters, for Chinese has no gaps) every hash falls into one of 96
 * bins, and the least of each bin stays. Equal numbers at equal places are as frequent as pairs are shared
 * (one-permutation MinHash).
 *
 * @returns null if the text is too short to be compared
 */
export function sketchOf(text: string): Sketch | null {
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
  const isEnough = pairs >= MIN_PAIRS && sketch.filter(value => value !== EMPTY).length >= MIN_BINS
  return isEnough ? filled(sketch) : null
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

/** Numbers of which texts that are near share one or more. */
export function bandsOf(sketch: Sketch): number[] {
  const bands: number[] = []
  for (let start = 0; start < SIZE; start += BAND) {
    let hash = start
    for (let index = start; index < start + BAND; index++) hash = mix(Math.imul(hash, 31) ^ sketch[index]!)
    bands.push(hash)
  }
  return bands
}

/** The share of word pairs that both texts have, from 0 to 1; an estimate, good to some hundredths. */
export function shareOf(a: Sketch, b: Sketch): number {
  let equal = 0
  for (let index = 0; index < SIZE; index++) if (a[index] === b[index]) equal++
  return equal / SIZE
}

/** A sketch to be kept: eight bits of each number tell as much. */
export const packSketch = (sketch: Sketch): string => Buffer.from(sketch).toString('base64')

export const unpackSketch = (packed: string): Sketch => Buffer.from(packed, 'base64')

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
