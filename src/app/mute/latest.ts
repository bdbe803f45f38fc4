import { queryOptions } from '@tanstack/react-query'
import { categoryList } from '../../shared/addresses.ts'
import type { Summary } from '../../shared/article.ts'
import { catalogueQuery } from '../browse/queries.ts'
import { queryClient } from '../data/query-client.ts'
import type { MuteRule } from './mute-rule.ts'

const everything = categoryList('')

/** So many pages of the newest articles show what a rule does. */
const PAGES = 5

/** The newest articles of the site; as many as can be had. */
export const latestQuery = queryOptions({
  queryKey: ['latest'],
  queryFn: async (): Promise<Summary[]> => {
    const first = await queryClient.ensureQueryData(catalogueQuery(everything, 1))
    const others = Array.from({ length: Math.min(PAGES, first.pages) - 1 }, (_, index) =>
      queryClient.ensureQueryData(catalogueQuery(everything, index + 2)).catch(() => null),
    )
    return [first, ...(await Promise.all(others))].flatMap(page => page?.articles ?? [])
  },
  staleTime: 60_000,
})

/** Names that a rule may be about, the most frequent first. */
export function suggestionsOf(kind: MuteRule['kind'], latest: Summary[]): string[] {
  const names = latest.flatMap(({ author, categories }) =>
    kind === 'author'
      ? author || []
      : kind === 'source'
        ? categories.flatMap(({ names }) => names.slice(0, 2).reverse())
        : [],
  )
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
}
