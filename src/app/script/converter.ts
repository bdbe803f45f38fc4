import { forEachInSlices } from '../ui/slices.ts'

/** Dictionaries of OpenCC, in the order in which they are asked. In a step the first one that has a phrase says what it becomes. */
export interface Chain {
  /** What is a word: no step looks across its edges. */
  words: string[]
  steps: string[][]
}

/** Turns the pieces that markup cuts a text into, each into one. */
export type Converter = (pieces: readonly string[]) => string[]

/** Makes a converter, for a moment at a time: the phrases of one chain may be 50,000. */
export async function makeConverter({ words, steps }: Chain): Promise<Converter> {
  const segments = await Phrases.of(words)
  const tables: Phrases[] = []
  for (const step of steps) tables.push(await Phrases.of(step))
  return pieces => {
    const converted = pieces.map(() => '')
    for (const word of segments.wordsOf(cellsOf(pieces))) {
      const { text, owners } = tables.reduce((cells, table) => table.convert(cells), word)
      for (let index = 0; index < owners.length; index++) converted[owners[index]!]! += text[index]!
    }
    return converted
  }
}

/** A text, and the piece that each of its code units stands in. */
interface Cells {
  text: string
  owners: number[]
}

const cellsOf = (pieces: readonly string[]): Cells => ({
  text: pieces.join(''),
  owners: pieces.flatMap((piece, index) => new Array<number>(piece.length).fill(index)),
})

/** Phrases and what they become; of several that begin at one place the longest counts. */
class Phrases {
  readonly #phrases = new Map<string, string>()
  /** The length of the longest phrase that begins with a character. */
  readonly #longest = new Map<string, number>()

  static async of(dictionaries: string[]): Promise<Phrases> {
    const phrases = new Phrases()
    for (const dictionary of dictionaries)
      await forEachInSlices(dictionary.split('|'), entry => phrases.#add(entry))
    return phrases
  }

  #add(entry: string): void {
    const space = entry.indexOf(' ')
    const phrase = entry.slice(0, space)
    if (this.#phrases.has(phrase)) return
    this.#phrases.set(phrase, entry.slice(space + 1))
    if (space > (this.#longest.get(phrase[0]!) ?? 0)) this.#longest.set(phrase[0]!, space)
  }

  #lengthAt(text: string, start: number): number {
    let length = Math.min(this.#longest.get(text[start]!) ?? 0, text.length - start)
    while (length > 0 && !this.#phrases.has(text.slice(start, start + length))) length--
    return length
  }

  /** Cuts a text into its words, and what lies between them. */
  *wordsOf({ text, owners }: Cells): Generator<Cells> {
    const cut = (start: number, end: number) => ({
      text: text.slice(start, end),
      owners: owners.slice(start, end),
    })
    let start = 0
    for (let index = 0; index < text.length; ) {
      const length = this.#lengthAt(text, index)
      if (length > 0) {
        if (index > start) yield cut(start, index)
        yield cut(index, index + length)
        start = index + length
      }
      index += length || 1
    }
    if (start < text.length) yield cut(start, text.length)
  }

  convert(cells: Cells): Cells {
    const { text, owners } = cells
    let shown = ''
    const shownOwners: number[] = []
    for (let index = 0; index < text.length; ) {
      const length = this.#lengthAt(text, index)
      const become = length > 0 ? this.#phrases.get(text.slice(index, index + length))! : text[index]!
      shown += become
      // A phrase that markup cuts: each character stays in its piece, the last takes what is left.
      for (let each = 0; each < become.length; each++)
        shownOwners.push(owners[index + Math.min(each, Math.max(length, 1) - 1)]!)
      index += length || 1
    }
    return { text: shown, owners: shownOwners }
  }
}
