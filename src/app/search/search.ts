import { type Candidate, candidatesIn, ranked } from './candidates.ts'
import { type Hit, hitIn } from './hit.ts'
import { IndexError, type IndexFiles } from './index-files.ts'
import type { Query } from './query.ts'

/** What only the reader's own data tells. */
export interface Readings {
  read: ReadonlySet<string>
  saved: ReadonlySet<string>
}

/** Times in minutes since 1970. */
export interface Range {
  since: number
  before: number
}

/** What a search has found so far. */
export interface Found {
  hits: Hit[]
  /** How many there are at most. */
  total: number
  /** Every article has been looked at that might be one. */
  isWhole: boolean
  /** Why some could not be looked at. */
  missing: IndexError['reason'] | null
}

/** Texts that are fetched at once. */
const AT_ONCE = 5

/** One search: its candidates come from the index, and the text of each tells whether it is what was asked for. */
export class Search {
  readonly #query: Query
  readonly #range: Range
  readonly #readings: Readings
  readonly #files: IndexFiles
  #candidates: Candidate[] = []
  #next = 0
  #found: Found = { hits: [], total: 0, isWhole: false, missing: null }

  constructor(query: Query, range: Range, readings: Readings, files: IndexFiles) {
    this.#query = query
    this.#range = range
    this.#readings = readings
    this.#files = files
  }

  /**
   * Finds the candidates.
   *
   * @throws IndexError if no part of the index can be had
   */
  async begin(): Promise<void> {
    const { segments } = await this.#files.index()
    const parts = await Promise.allSettled(
      segments.map(name => candidatesIn(name, this.#query, this.#range, this.#files)),
    )
    const failed = parts.find(part => part.status === 'rejected')
    if (failed && parts.every(({ status }) => status === 'rejected')) throw failed.reason
    this.#candidates = ranked(parts.flatMap(part => (part.status === 'fulfilled' ? [part.value] : [])))
    this.#found = {
      ...this.#found,
      total: this.#candidates.length,
      missing: failed ? reasonOf(failed.reason) : null,
    }
  }

  /** All that may have been found, the best first. */
  get candidates(): readonly Candidate[] {
    return this.#candidates
  }

  /** Goes on until there are so many hits, and tells after each few texts. */
  async *upTo(count: number): AsyncGenerator<Found> {
    while (this.#found.hits.length < count && this.#next < this.#candidates.length) {
      const some = this.#candidates.slice(this.#next, this.#next + AT_ONCE)
      this.#next += some.length
      const looked = await Promise.allSettled(some.map(candidate => this.#look(candidate)))
      const hits = looked.flatMap(look => (look.status === 'fulfilled' && look.value) || [])
      const failed = looked.find(look => look.status === 'rejected')
      this.#found = {
        hits: [...this.#found.hits, ...hits],
        total: this.#found.total - some.length + hits.length,
        isWhole: false,
        missing: this.#found.missing ?? (failed ? reasonOf(failed.reason) : null),
      }
      if (this.#next < this.#candidates.length) yield this.#found
    }
    this.#found = { ...this.#found, isWhole: this.#next >= this.#candidates.length }
    yield this.#found
  }

  async #look({ segment, number }: Candidate): Promise<Hit | null> {
    const { id, published } = await this.#files.articleAt(segment, number)
    const isWanted = hasState(id, this.#query, this.#readings) && isWithin(published, this.#range)
    return isWanted ? hitIn(await this.#files.article(id), this.#query) : null
  }
}

/** Whether the reader's own data says of an article what is asked. */
export const hasState = (id: string, { isUnread, isSaved }: Query, { read, saved }: Readings): boolean =>
  !(isUnread && read.has(id)) && (!isSaved || saved.has(id))

const reasonOf = (error: unknown) => (error instanceof IndexError ? error.reason : 'broken')

/** What has no date is in no range. */
export const isWithin = (published: number | null, { since, before }: Range) =>
  published === null
    ? since === Number.NEGATIVE_INFINITY && before === Number.POSITIVE_INFINITY
    : published >= since && published < before
