/**
 * A file of an index: some of its terms in order, each with the articles it stands in. First the terms, one after
 * another as what they share with the one before and what they add, and how many articles; then the articles, as Golomb-Rice
 * codes of the gaps between their numbers (https://en.wikipedia.org/wiki/Golomb_coding#Rice_coding), which come close to
 * what a gap of that frequency tells. So a file needs no other compression, which hosts do not give to files they do not know.
 */

/** A term and its articles, whose numbers rise, each twice, and one more where the term stands in the title. */
export interface Postings {
  term: string
  articles: Int32Array | number[]
}

/**
 * @param total how many articles the whole index has
 */
export function encodeBlock(all: Postings[], total: number): Uint8Array<ArrayBuffer> {
  const terms = new ByteWriter()
  const bits = new BitWriter()
  let before = ''
  terms.number(all.length)
  for (const { term, articles } of all) {
    let shared = 0
    while (shared < before.length && before[shared] === term[shared]) shared++
    terms.number(shared)
    terms.number(term.length - shared)
    // In order, so the first that differs is the greater.
    for (let at = shared; at < term.length; at++)
      terms.number(
        term.charCodeAt(at) - (at === shared && shared < before.length ? before.charCodeAt(at) : 0),
      )
    const titles = articles.filter(article => article % 2 === 1).length
    terms.number(articles.length * 2 + (titles > 0 ? 1 : 0))
    if (titles > 0) terms.number(titles)
    writeArticles(bits, articles, titles, total)
    before = term
  }
  const [head, tail] = [terms.end(), bits.end()]
  const bytes = new Uint8Array(HEADER + head.length + tail.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, bytes.length)
  view.setUint32(4, head.length)
  bytes.set(head, HEADER)
  bytes.set(tail, HEADER + head.length)
  return bytes
}

/** The length of a block in bytes, by its first four. */
export const lengthOfBlock = (bytes: Uint8Array): number =>
  bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)

/** The lengths of all, and of the terms. */
const HEADER = 8

function writeArticles(bits: BitWriter, articles: Postings['articles'], titles: number, total: number) {
  const width = widthFor(articles.length, total)
  let last = -1
  for (const article of articles) {
    bits.gap((article >> 1) - last, width)
    last = article >> 1
  }
  if (titles === 0) return
  const titleWidth = widthFor(titles, articles.length)
  last = -1
  for (const [index, article] of articles.entries())
    if (article % 2 === 1) {
      bits.gap(index - last, titleWidth)
      last = index
    }
}

/**
 * Reads a block, term by term.
 *
 * @throws if it is not whole
 */
export function* decodeBlock(bytes: Uint8Array, total: number): Generator<Postings> {
  if (bytes.length < HEADER || lengthOfBlock(bytes) !== bytes.length) throw damaged()
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4)
  const terms = new ByteReader(bytes.subarray(HEADER, HEADER + length))
  const bits = new BitReader(bytes.subarray(HEADER + length))
  let term = ''
  for (let left = terms.number(); left > 0; left--) {
    const shared = terms.number()
    let next = term.slice(0, shared)
    for (let rest = terms.number(); rest > 0; rest--) {
      const isFirst = next.length === shared && shared < term.length
      next += String.fromCharCode(terms.number() + (isFirst ? term.charCodeAt(shared) : 0))
    }
    term = next
    const count = terms.number()
    const titles = count % 2 === 1 ? terms.number() : 0
    yield { term, articles: readArticles(bits, count >> 1, titles, total) }
  }
}

function readArticles(bits: BitReader, count: number, titles: number, total: number): Int32Array {
  if (count > total || titles > count) throw damaged()
  const articles = new Int32Array(count)
  const width = widthFor(count, total)
  let last = -1
  for (let index = 0; index < count; index++) {
    last += bits.gap(width)
    articles[index] = last * 2
  }
  if (titles === 0) return articles
  const titleWidth = widthFor(titles, count)
  last = -1
  for (let index = 0; index < titles; index++) {
    last += bits.gap(titleWidth)
    articles[last]! += 1
  }
  return articles
}

/** Bits of a gap that are written as they are: the best for gaps of random places. */
const widthFor = (count: number, total: number) =>
  Math.max(0, Math.floor(Math.log2((total / count) * Math.LN2)))

class ByteWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  number(value: number) {
    if (this.#length + 5 > this.#bytes.length) this.#bytes = doubled(this.#bytes)
    let rest = value
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  end = () => this.#bytes.slice(0, this.#length)
}

class ByteReader {
  at = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.at++]
      if (byte === undefined || shift > 28) throw damaged()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
}

class BitWriter {
  #bytes = new Uint8Array(1024)
  #length = 0
  #byte = 0
  #free = 8

  /** @param gap at least 1 */
  gap(gap: number, width: number) {
    const value = gap - 1
    for (let high = value >> width; high > 0; high--) this.#bit(1)
    this.#bit(0)
    for (let shift = width - 1; shift >= 0; shift--) this.#bit((value >> shift) & 1)
  }

  #bit(bit: number) {
    this.#byte = (this.#byte << 1) | bit
    if (--this.#free > 0) return
    if (this.#length === this.#bytes.length) this.#bytes = doubled(this.#bytes)
    this.#bytes[this.#length++] = this.#byte
    this.#byte = 0
    this.#free = 8
  }

  end(): Uint8Array {
    while (this.#free < 8) this.#bit(0)
    return this.#bytes.slice(0, this.#length)
  }
}

class BitReader {
  #at = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  gap(width: number): number {
    let value = 0
    while (this.#bit() === 1) value++
    for (let bit = 0; bit < width; bit++) value = (value << 1) | this.#bit()
    return value + 1
  }

  #bit(): number {
    const byte = this.#bytes[this.#at >> 3]
    if (byte === undefined) throw damaged()
    return (byte >> (7 - (this.#at++ & 7))) & 1
  }
}

function doubled(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * bytes.length)
  larger.set(bytes)
  return larger
}

const damaged = () => new Error('a file of the index is damaged')
