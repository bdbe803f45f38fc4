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
import { decodeBlock, type Postings } from '../../shared/search/block.ts'
import {
  ARTICLES_A_FILE,
  decodeArticles,
  type SearchedArticle,
  type SearchIndex,
  type Segment,
} from '../../shared/search/segment.ts'
import type { Lookup } from '../../shared/search/terms.ts'
import { fits, type Shape } from '../data/shape.ts'
import { Line } from './line.ts'

/** Why a file of the index cannot be used. */
export class IndexError extends Error {
  readonly reason: 'offline' | 'missing' | 'broken'

  constructor(reason: IndexError['reason'], address: string) {
    super(`${address}: ${reason}`)
    this.name = 'IndexError'
    this.reason = reason
  }
}

/** So many files stay at hand: another search often asks for the same. */
const KEPT = 600

/** Reads the files of the search index, each once. */
export class IndexFiles {
  readonly #base: string
  readonly #line = new Line()
  /** As they were decoded. */
  readonly #files = new Map<string, Promise<unknown>>()

  constructor(base: string) {
    this.#base = base
  }

  /** @throws IndexError; so do the others */
  index = () => this.#json<SearchIndex>(searchFile, indexShape)

  /** How many articles the site has, as far as that is known without asking anybody. */
  async knownTotal(): Promise<number | null> {
    const known = this.#files.get(searchFile) as Promise<SearchIndex> | undefined
    return known ? known.then(({ articles }) => articles).catch(() => null) : null
  }

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
    const article = (await this.#read(file, decodeArticles))[number % ARTICLES_A_FILE]
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
    const all = await Promise.all(files.map(file => this.#block(file, articles, term, isPrefix)))
    return union(all.flat().map(({ places }) => places as Int32Array))
  }

  /** The first terms of a segment that begin so. */
  async termsFrom(name: string, { articles, terms }: Segment, begun: string): Promise<string[]> {
    const first = Math.max(0, lastUpTo(terms, begun))
    if (first === terms.length) return []
    const found = await this.#block(termsFile(name, first + 1), articles, begun, true)
    return found.map(({ term }) => term)
  }

  /** Blocks stay as they came: of most terms nothing is asked. */
  async #block(file: string, articles: number, term: string, isPrefix: boolean): Promise<Postings[]> {
    const bytes = await this.#read(file, bytes => bytes)
    try {
      return matching(bytes, articles, term, isPrefix)
    } catch {
      throw this.#broken(file)
    }
  }

  #broken(file: string): IndexError {
    this.#files.delete(file)
    return new IndexError('broken', file)
  }

  #json<T>(file: string, shape: Shape<T>): Promise<T> {
    return this.#read(file, bytes => {
      const data: unknown = JSON.parse(new TextDecoder().decode(bytes))
      if (!fits(data, shape)) throw this.#broken(file)
      return data as T
    })
  }

  #read<T>(file: string, decode: (bytes: Uint8Array) => T): Promise<T> {
    const before = this.#files.get(file) as Promise<T> | undefined
    if (before) return before
    const decoded = this.#fetch(file).then(bytes => {
      try {
        return decode(bytes)
      } catch {
        throw this.#broken(file)
      }
    })
    this.#files.set(file, decoded)
    decoded.catch(() => this.#files.delete(file))
    // The oldest goes first.
    if (this.#files.size > KEPT) this.#files.delete(this.#files.keys().next().value!)
    return decoded
  }

  async #fetch(file: string): Promise<Uint8Array> {
    const { response, bytes } = await this.#line.get(withBase(this.#base, file)).catch(() => {
      throw new IndexError('offline', file)
    })
    if (!response.ok) throw new IndexError(response.status === 404 ? 'missing' : 'broken', file)
    // Some hosts answer for a missing file with a page and status 200.
    if (response.headers.get('Content-Type')?.includes('html')) throw new IndexError('missing', file)
    return bytes
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

function matching(bytes: Uint8Array, articles: number, term: string, isPrefix: boolean): Postings[] {
  const found: Postings[] = []
  for (const each of decodeBlock(bytes, articles)) {
    const isIt = isPrefix ? each.term.startsWith(term) : each.term === term
    if (isIt) found.push(each)
    else if (each.term > term) break // they are in order
  }
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
