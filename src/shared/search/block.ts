/**
 * A file of an index: some of its terms in order, each with the places where it stands. First the terms, one after another
 * as what they share with the one before and what they add, and how many places; then the places, as Golomb-Rice codes of
 * the gaps between their numbers (https://en.wikipedia.org/wiki/Golomb_coding#Rice_coding), which come close to what a gap of
 * that frequency tells. So a file needs no other compression, which hosts do not give to files they do not know.
 */

/** An article has so many parts: its title, and all else. */
export const PARTS = 2

/** The number of a place: a part of the article of a number. */
export const placeOf = (article: number, part: number): number => article * PARTS + part

export const articleOf = (place: number): number => Math.floor(place / PARTS)

/** The title is the first part. */
export const isTitle = (place: number): boolean => place % PARTS === 0

/** A term and its places, whose numbers rise. */
export interface Postings {
  term: string
  places: Int32Array | number[]
}

/** @param articles how many there are in the whole index */
export function encodeBlock(all: Postings[], articles: number): Uint8Array<ArrayBuffer> {
  const terms = new ByteWriter()
  const bits = new BitWriter()
  let before = ''
  terms.number(all.length)
  for (const { term, places } of all) {
    let shared = 0
    while (shared < before.length && before[shared] === term[shared]) shared++
    terms.number(shared)
    terms.number(term.length - shared)
    // In order, so the first that differs is the greater.
    for (let at = shared; at < term.length; at++)
      terms.number(
        term.charCodeAt(at) - (at === shared && shared < before.length ? before.charCodeAt(at) : 0),
      )
    terms.number(places.length)
    const width = widthFor(places.length, articles)
    let last = -1
    for (const place of places) {
      bits.gap(place - last, width)
      last = place
    }
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

/**
 * Reads a block, term by term.
 *
 * @throws if it is not whole
 */
export function* decodeBlock(bytes: Uint8Array, articles: number): Generator<Postings> {
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
    yield { term, places: readPlaces(bits, terms.number(), articles) }
  }
}

function readPlaces(bits: BitReader, count: number, articles: number): Int32Array {
  if (count > articles * PARTS) throw damaged()
  const places = new Int32Array(count)
  const width = widthFor(count, articles)
  let last = -1
  for (let index = 0; index < count; index++) {
    last += bits.gap(width)
    places[index] = last
  }
  return places
}

/** Bits of a gap that are written as they are: the best for gaps of random places. */
const widthFor = (count: number, articles: number) =>
  Math.max(0, Math.floor(Math.log2(((articles * PARTS) / count) * Math.LN2)))

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
  /** Bits that fill no byte yet, and how many. */
  #waiting = 0
  #waits = 0

  /** @param gap at least 1 */
  gap(gap: number, width: number) {
    const value = gap - 1
    let high = value >>> width
    for (; high > 15; high -= 16) this.#put(0xffff, 16)
    this.#put((1 << (high + 1)) - 2, high + 1)
    if (width > 16) this.#put((value >>> 16) & ((1 << (width - 16)) - 1), width - 16)
    this.#put(value & ((1 << Math.min(width, 16)) - 1), Math.min(width, 16))
  }

  /** @param count at most 16 */
  #put(bits: number, count: number) {
    this.#waiting = (this.#waiting << count) | bits
    this.#waits += count
    while (this.#waits >= 8) {
      this.#waits -= 8
      if (this.#length === this.#bytes.length) this.#bytes = doubled(this.#bytes)
      this.#bytes[this.#length++] = this.#waiting >>> this.#waits
      this.#waiting &= (1 << this.#waits) - 1
    }
  }

  end(): Uint8Array {
    if (this.#waits > 0) this.#put(0, 8 - this.#waits)
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
    let high = 0
    while (this.#take(1) === 1) high++
    return ((high << width) | this.#take(width)) + 1
  }

  #take(count: number): number {
    let bits = 0
    for (let left = count; left > 0; ) {
      const byte = this.#bytes[this.#at >> 3]
      if (byte === undefined) throw damaged()
      const there = 8 - (this.#at & 7)
      const taken = Math.min(there, left)
      bits = (bits << taken) | ((byte >> (there - taken)) & ((1 << taken) - 1))
      this.#at += taken
      left -= taken
    }
    return bits
  }
}

function doubled(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * bytes.length)
  larger.set(bytes)
  return larger
}

const damaged = () => new Error('a file of the index is damaged')
