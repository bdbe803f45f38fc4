import { queryOptions } from '@tanstack/react-query'
import { categoryList, listIndexFile } from '../../shared/addresses.ts'
import {
  type Article,
  type CataloguePage,
  INDEX_SIZE,
  type ListIndex,
  PAGE_SIZE,
} from '../../shared/article.ts'
import { catalogueQuery } from '../browse/queries.ts'
import { fetchJson } from '../data/fetch-json.ts'
import { queryClient } from '../data/query-client.ts'
import { lastList } from './last-list.ts'

/** A list, by its first page, and where in it an article stands: -1 if it does not. */
export interface FoundList {
  first: CataloguePage
  row: number
}

/**
 * The list that belongs beside an article: the one that the reader saw last, if the article is in it, or else that of
 * its first category.
 */
export const listBesideQuery = (article: Article, shown: string | null) =>
  queryOptions({
    queryKey: ['beside', article.id, shown],
    queryFn: async (): Promise<FoundList> => {
      const own = categoryList(article.categories[0]?.path ?? '')
      const lists = new Set([shown, lastList(), own].filter(list => list !== null))
      for (const list of lists) {
        const found = await findIn(list, article.id).catch(() => null) // a list of a former build may be gone
        if (found && found.row >= 0) return found
      }
      return findIn(own, article.id)
    },
    staleTime: 60_000,
  })

async function findIn(list: string, id: string): Promise<FoundList> {
  const first = await queryClient.ensureQueryData(catalogueQuery(list, 1))
  const row = first.articles.findIndex(article => article.id === id)
  return { first, row: row >= 0 || first.pages === 1 ? row : await rowOf(first, id) }
}

/** Looks through the index of a long list. */
async function rowOf({ list, pages }: CataloguePage, id: string): Promise<number> {
  for (let start = 0; start < pages * PAGE_SIZE; start += INDEX_SIZE) {
    const { ids } = await queryClient.ensureQueryData(indexQuery(list, start / INDEX_SIZE + 1))
    const at = ids.indexOf(id)
    if (at >= 0) return start + at
  }
  return -1
}

const indexQuery = (list: string, number: number) =>
  queryOptions({
    queryKey: ['list-index', list, number],
    queryFn: () => fetchJson<ListIndex>(listIndexFile(list, number)),
    staleTime: 60_000,
  })
