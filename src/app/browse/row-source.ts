import { type CataloguePage, PAGE_SIZE, type Summary } from '../../shared/article.ts'
import { queryClient } from '../data/query-client.ts'
import { firstOf, pageOf } from './list-place.ts'
import { catalogueQuery } from './queries.ts'

/** The articles of a list by their positions, of which only those near the reader are in memory. */
export interface RowSource {
  /** How many there are, as far as is known. */
  readonly total: number
  /** The row that it begins with, until the reader goes up. */
  readonly first: number
  /** Undefined while it is on the way. */
  article(index: number): Summary | undefined
  /** @returns whether there is anything new to show */
  load(index: number): Promise<boolean>
  /** Memory does not grow with the way that was scrolled. */
  letGo(index: number): void
  /** Where an article stands; -1 if that is not known. */
  find(id: string): number
  /** The address of the list, scrolled to a row. */
  addressAt(index: number): string
}

/** Pages kept in memory on either side of the reader. */
const KEPT_PAGES = 5

/** A whole list, by the pages of the catalogue. */
export class PageSource implements RowSource {
  readonly total: number
  readonly first: number
  readonly #list: string
  readonly #addressOf: (page: number) => string
  readonly #pages = new Map<number, Summary[]>()
  readonly #loading = new Set<number>()

  constructor({ list, page, rows, articles }: CataloguePage, addressOf: (page: number) => string) {
    this.total = rows
    this.first = firstOf(page)
    this.#list = list
    this.#addressOf = addressOf
    this.#pages.set(page, articles)
  }

  article(index: number): Summary | undefined {
    return this.#pages.get(pageOf(index))?.[index % PAGE_SIZE]
  }

  async load(index: number): Promise<boolean> {
    const page = pageOf(index)
    if (this.#pages.has(page) || this.#loading.has(page)) return false
    this.#loading.add(page)
    try {
      const { articles } = await queryClient.ensureQueryData(catalogueQuery(this.#list, page))
      this.#pages.set(page, articles)
      return true
    } finally {
      this.#loading.delete(page)
    }
  }

  letGo(index: number): void {
    const isFar = (other: unknown) => Math.abs(Number(other) - pageOf(index)) > KEPT_PAGES
    for (const other of this.#pages.keys()) if (isFar(other)) this.#pages.delete(other)
    queryClient.removeQueries({
      queryKey: ['catalogue', this.#list],
      type: 'inactive',
      predicate: ({ queryKey }) => isFar(queryKey[2]),
    })
  }

  find(id: string): number {
    for (const [page, articles] of this.#pages) {
      const found = articles.findIndex(article => article.id === id)
      if (found >= 0) return firstOf(page) + found
    }
    return -1
  }

  addressAt(index: number): string {
    return this.#addressOf(pageOf(index))
  }
}
