import { queryOptions } from '@tanstack/react-query'
import type { ArticleState } from './article-state.ts'

/** What the reader did with the articles of a list, by id. Without storage nothing is known. */
export const statesQuery = (articleIds: string[]) =>
  queryOptions({
    queryKey: ['states', articleIds],
    queryFn: async (): Promise<Record<string, ArticleState>> => {
      // The database comes with a script of its own: no list waits for it.
      const { readStates } = await import('./read-states.ts')
      return readStates(articleIds)
    },
  })

/** The ids of all articles that are read. */
export const readIdsQuery = queryOptions({
  queryKey: ['states', 'read'],
  queryFn: async (): Promise<Set<string>> => {
    const { readReadIds } = await import('./read-states.ts')
    return readReadIds()
  },
})
