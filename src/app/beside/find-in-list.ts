import { queryOptions } from '@tanstack/react-query'
import { categoryList } from '../../shared/addresses.ts'
import { type Article, type CataloguePage, INDEX_SIZE } from '../../shared/article.ts'
import { indexFiles, readIndex } from '../browse/list-index.ts'
import { catalogueQuery } from '../browse/queries.ts'
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
  return { first, row: await rowOf(first, id) }
}

/** Looks through the index of a long list. */
async function rowOf(first: CataloguePage, id: string): Promise<number> {
  for (let file = 0; file < indexFiles(first); file++) {
    const at = (await readIndex(first, file)).ids.indexOf(id)
    if (at >= 0) return file * INDEX_SIZE + at
  }
  return -1
}
