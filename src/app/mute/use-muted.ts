import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Mutable, Muter } from './muter.ts'

/** Known once, it is there for every list that follows. */
export const muterQuery = queryOptions({
  queryKey: ['mutes', 'muter'],
  queryFn: async (): Promise<Muter> => {
    // The database comes with a script of its own.
    const { readMuter } = await import('./muter.ts')
    return readMuter()
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

const hidesNothing: Muter = () => null

/** Tells the rule that hides an article, or null; undefined as long as the rules are not known. Without storage there are none. */
export function useMuter(): Muter | undefined {
  const { data, isError } = useQuery(muterQuery)
  return isError ? hidesNothing : data
}

/**
 * What a list shows of its articles.
 *
 * @returns `isUnsifted` is for the list's `data-unsifted`, see list.css
 */
export function useMuted<Article extends Mutable>(articles: Article[]) {
  const muter = useMuter()
  const [isAllShown, setAllShown] = useState(false)
  const unmuted = muter ? articles.filter(article => !muter(article)) : articles
  return {
    shown: isAllShown ? articles : unmuted,
    mutedCount: articles.length - unmuted.length,
    isAllShown,
    setAllShown,
    isUnsifted: muter === undefined || undefined,
  }
}
