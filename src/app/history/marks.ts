import { queryOptions } from '@tanstack/react-query'

/** How far articles of a list were read, by id. Without storage there are no marks. */
export const marksQuery = (articleIds: string[]) =>
  queryOptions({
    queryKey: ['history', 'marks', articleIds],
    queryFn: async (): Promise<Record<string, number>> => {
      // The database comes with a script of its own: no list waits for it.
      const { readProgress } = await import('./history.ts')
      return readProgress(articleIds)
    },
  })
