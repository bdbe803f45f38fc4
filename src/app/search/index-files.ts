import {
  articleFile,
  homeFile,
  searchFile,
  segmentArticlesFile,
  segmentFile,
  termsFile,
  withBase,
} from '../../shared/addresses.ts'
import type { Article, CategoryDigest } from '../../shared/article.ts'
import { decodeBlock } from '../../shared/search/block.ts'
import {
  ARTICLES_A_FILE,
  decodeArticles,
  type SearchedArticle,
  type SearchIndex,
  type Segment,
} from '../../shared/search/segment.ts'
import type { Lookup } from '../../shared/search/terms.ts'
import { fits, type Shape } from '../data/shape.ts'

/** Why a file of the index cannot be used. */
export class IndexError extends Error {
  readonly reason: 'offline' | 'missing' | 'broken'

  constructor(reason: IndexError['reason'], address: string) {
    super(`${address}: ${reason}`)
    this.name = 'IndexError'
    this.reason = reason
  }
}

/** On a line that connects and never answers, what is on the device is better than waiting longer. */
const PATIENCE_MS = 10_000

/** So many files stay at hand: another search often asks for the same. */
const KEPT = 600

/** Reads the files of the search index, each once. */
export class IndexFiles {
  readonly #base: string
  readonly #files = new Map<string, Promise<Uint8Array>>()

  constructor(base: string) {
    this.#base = base
  }

  /** @throws IndexError; so do the others */
  index = () => this.#json<SearchIndex>(searchFile, indexShape)

  segment = (name: string) => this.#json<Segment>(segmentFile(name), segmentShape)

  largestCategories = () => this.#json<CategoryDigest>(homeFile, digestShape)

  article = (id: string) => this.#json<Article>(articleFile(id), articleShape)

  /** Forgets what may have another version by now. */
  renew(): void {
    this.#files.delete(searchFile)
  }

  /** The article of a number. */
  async articleAt(name: string, number: number): Promise<SearchedArticle> {
    const file = segmentArticlesFile(name, Math.floor(number / ARTICLES_A_FILE) + 1)
    const article = this.#decoded(file, decodeArticles, await this.#bytes(file))[number % ARTICLES_A_FILE]
    if (!article) throw this.#broken(file)
    return article
  }

  /** The places of a term, or of all that begin so. */
  async postings(
    name: string,
    { articles, terms }: Segment,
    { term, isPrefix }: Lookup,
  ): Promise<Int32Array> {
    // Articles may be empty.
    if (terms.length === 0) return new Int32Array(0)
    const first = Math.max(0, lastUpTo(terms, term))
    // Whatever begins so comes before this.
    const last = isPrefix ? Math.max(first, lastUpTo(terms, `${term}\uffff`)) : first
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index + 1)
    const files = numbers.map(number => termsFile(name, number))
    const all = await Promise.all(
      files.map(async file => {
        const bytes = await this.#bytes(file)
        return this.#decoded(file, bytes => matching(bytes, articles, term, isPrefix), bytes)
      }),
    )
    return union(all.flat())
  }

  /** The first terms of a segment that begin so. */
  async termsFrom(name: string, { articles, terms }: Segment, begun: string): Promise<string[]> {
    const first = Math.max(0, lastUpTo(terms, begun))
    if (first === terms.length) return []
    const file = termsFile(name, first + 1)
    const all = this.#decoded(file, bytes => [...decodeBlock(bytes, articles)], await this.#bytes(file))
    return all.map(({ term }) => term).filter(term => term.startsWith(begun))
  }

  #decoded<T>(file: string, decode: (bytes: Uint8Array) => T, bytes: Uint8Array): T {
    try {
      return decode(bytes)
    } catch {
      throw this.#broken(file)
    }
  }

  #broken(file: string): IndexError {
    this.#files.delete(file)
    return new IndexError('broken', file)
  }

  async #json<T>(file: string, shape: Shape<T>): Promise<T> {
    const data = this.#decoded(
      file,
      bytes => JSON.parse(new TextDecoder().decode(bytes)),
      await this.#bytes(file),
    )
    if (!fits(data, shape)) throw this.#broken(file)
    return data
  }

  #bytes(file: string): Promise<Uint8Array> {
    const before = this.#files.get(file)
    if (before) return before
    const bytes = this.#fetch(file)
    this.#files.set(file, bytes)
    bytes.catch(() => this.#files.delete(file))
    // The oldest goes first.
    if (this.#files.size > KEPT) this.#files.delete(this.#files.keys().next().value!)
    return bytes
  }

  async #fetch(file: string): Promise<Uint8Array> {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(withBase(this.#base, file), { signal }).catch(() => {
      throw new IndexError('offline', file)
    })
    if (!response.ok) throw new IndexError(response.status === 404 ? 'missing' : 'broken', file)
    // Some hosts answer for a missing file with a page and status 200.
    if (response.headers.get('Content-Type')?.includes('html')) throw new IndexError('missing', file)
    return new Uint8Array(
      await response.arrayBuffer().catch(() => {
        throw new IndexError('offline', file)
      }),
    )
  }
}

const indexShape: Shape<SearchIndex> = { articles: 0, segments: [''] }
const segmentShape: Shape<Segment> = { articles: 0, terms: [''], published: [] }
const digestShape: Shape<CategoryDigest> = { largest: [{ names: [''], path: '' }] }
const articleShape: Shape<Article> = {
  id: '',
  title: '',
  author: '',
  body: '',
  categories: [{ names: [''], path: '' }],
  tags: [''],
}

/** The last of the sorted texts that is not greater; -1 if all are. */
function lastUpTo(texts: string[], text: string): number {
  let [low, high] = [0, texts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (texts[middle]! <= text) low = middle + 1
    else high = middle
  }
  return low - 1
}

function matching(bytes: Uint8Array, articles: number, term: string, isPrefix: boolean): Int32Array[] {
  const found: Int32Array[] = []
  for (const each of decodeBlock(bytes, articles))
    if (isPrefix ? each.term.startsWith(term) : each.term === term) found.push(each.places as Int32Array)
  return found
}

/** All numbers of several lists, each once and in order. */
function union(lists: Int32Array[]): Int32Array {
  if (lists.length <= 1) return lists[0] ?? new Int32Array(0)
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const list of lists) {
    all.set(list, end)
    end += list.length
  }
  return all.sort().filter((number, index) => index === 0 || number !== all[index - 1])
}
