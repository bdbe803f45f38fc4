import { queryOptions } from '@tanstack/react-query'
import { listPath } from '../../shared/addresses.ts'
import {
  type CataloguePage,
  INDEX_SIZE,
  type ListIndex,
  PAGE_SIZE,
  type Summary,
} from '../../shared/article.ts'
import { queryClient } from '../data/query-client.ts'
import { readIdsQuery } from '../history/article-states.ts'
import { readSavedIds } from '../saved/saved.ts'
import { type Chosen, choose, order, type Readings } from './choose-rows.ts'
import { isByDate, type ListFilter, readFilter } from './list-filter.ts'
import { indexFiles, readIndex } from './list-index.ts'
import { pageOf } from './list-place.ts'
import { catalogueQuery } from './queries.ts'
import type { RowSource } from './row-source.ts'

/** An index of so many files is read to its end, so that the number of articles is known; of a longer one what is needed. */
const FEW_FILES = 10
/** Rows that are waited for, so that the list does not come as a row of blanks. */
const ON_A_SCREEN = 8
/** Rows that are known beyond those that are asked for. */
const AHEAD = 200
/** Pages of the catalogue in memory: what is chosen may lie far apart in it. */
const KEPT_PAGES = 80

/** What a filter asks for of a list, as it was when the reader asked. */
export const chosenQuery = (page: CataloguePage, search: string) =>
  queryOptions({
    queryKey: ['chosen', page.list, search],
    queryFn: () => ChosenSource.open(page, readFilter(search)),
    staleTime: Infinity,
    structuralSharing: false,
  })

/** The rows of a list that a filter asks for. The index of the list tells which; it is read file by file. */
export class ChosenSource implements RowSource {
  readonly first = 0
  readonly #page: CataloguePage
  readonly #filter: ListFilter
  readonly #readings: Readings
  /** Files of the index that are still to be read, in the order in which they are needed. */
  readonly #toRead: number[]
  readonly #chosen = new Map<number, Chosen[]>()
  readonly #indexes = new Map<number, ListIndex>()
  #rows: number[] = []
  #reading: Promise<void> | null = null
  readonly #pages = new Map<number, Summary[]>()
  readonly #loading = new Set<number>()
  readonly #listeners = new Set<() => void>()

  /** Is there once there are rows to show, or it is known that there are none. */
  static async open(page: CataloguePage, filter: ListFilter): Promise<ChosenSource> {
    const source = new ChosenSource(page, filter, await readReadings(filter))
    await source.#readUntil(isByDate(filter) ? PAGE_SIZE : Number.POSITIVE_INFINITY)
    const firstOnes = Array.from({ length: Math.min(ON_A_SCREEN, source.total) }, (_, index) =>
      source.load(index),
    )
    await Promise.all(firstOnes)
    const isShort = indexFiles(page) <= FEW_FILES
    void source.#readUntil(isShort ? Number.POSITIVE_INFINITY : AHEAD).catch(() => undefined) // what is there is there
    return source
  }

  private constructor(page: CataloguePage, filter: ListFilter, readings: Readings) {
    this.#page = page
    this.#filter = filter
    this.#readings = readings
    this.#pages.set(page.page, page.articles)
    this.#toRead = Array.from({ length: indexFiles(page) }, (_, file) => file)
    if (filter.sort === 'oldest') this.#toRead.reverse()
  }

  get total(): number {
    return this.#rows.length
  }

  /** Whether `total` is all that there is. */
  get isWhole(): boolean {
    return this.#toRead.length === 0
  }

  article(index: number): Summary | undefined {
    const row = this.#rows[index]
    return row === undefined ? undefined : this.#pages.get(pageOf(row))?.[row % PAGE_SIZE]
  }

  async load(index: number): Promise<boolean> {
    if (index + AHEAD / 2 > this.total) void this.#readUntil(index + AHEAD).catch(() => undefined)
    const row = this.#rows[index]
    if (row === undefined) return false
    const page = pageOf(row)
    const known = this.#pages.get(page)
    if (known || this.#loading.has(page)) {
      // The last to be asked for is the last to go.
      if (known && this.#pages.delete(page)) this.#pages.set(page, known)
      return false
    }
    this.#loading.add(page)
    try {
      const { articles } = await queryClient.ensureQueryData(catalogueQuery(this.#page.list, page))
      this.#pages.set(page, articles)
      return true
    } finally {
      this.#loading.delete(page)
    }
  }

  letGo(): void {
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= KEPT_PAGES) break
      this.#pages.delete(page)
    }
    queryClient.removeQueries({
      queryKey: ['catalogue', this.#page.list],
      type: 'inactive',
      // What is on its way would never come.
      predicate: ({ queryKey: [, , page] }) =>
        ![this.#pages, this.#loading].some(kept => kept.has(Number(page))),
    })
  }

  find(id: string): number {
    for (const [file, { ids }] of this.#indexes) {
      const at = ids.indexOf(id)
      if (at >= 0) return this.#rows.indexOf(file * INDEX_SIZE + at)
    }
    return -1
  }

  addressAt(): string {
    return listPath(this.#page.list)
  }

  /** @returns ids of the rows from `start` to before `end`, of those that are known */
  ids(start: number, end: number): string[] {
    const idOf = (row: number) => this.#indexes.get(Math.floor(row / INDEX_SIZE))!.ids[row % INDEX_SIZE]!
    return this.#rows.slice(start, end).map(idOf)
  }

  /** Reads the index to its end. */
  readAll(): Promise<void> {
    return this.#readUntil(Number.POSITIVE_INFINITY)
  }

  /** Is told whenever there are more rows, or no more to come. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async #readUntil(count: number): Promise<void> {
    while (this.total < count && !this.isWhole) {
      this.#reading ??= this.#readNext().finally(() => {
        this.#reading = null
      })
      await this.#reading
    }
  }

  async #readNext(): Promise<void> {
    const file = this.#toRead[0]!
    const index = await readIndex(this.#page, file)
    this.#toRead.shift()
    this.#indexes.set(file, index)
    this.#chosen.set(file, choose(index, file * INDEX_SIZE, this.#filter, this.#readings))
    const inOrder = [...this.#chosen].sort(([a], [b]) => a - b).flatMap(([, chosen]) => chosen)
    this.#rows = order(inOrder, this.#filter.sort, this.isWhole)
    for (const listener of this.#listeners) listener()
  }
}

/** Without storage nothing was read, and nothing saved. */
async function readReadings({ isUnread, isSaved }: ListFilter): Promise<Readings> {
  const none = () => new Set<string>()
  const [read, saved] = await Promise.all([
    isUnread ? queryClient.fetchQuery(readIdsQuery).catch(none) : none(),
    isSaved ? readSavedIds().catch(none) : none(),
  ])
  return { read, saved }
}
