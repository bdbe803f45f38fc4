import { queryOptions } from '@tanstack/react-query'
import { visitBatches } from '../history/visit-batches.ts'
import { type Statistics, Tally } from './figures.ts'

/** What all visits add up to, of every period at once. It is asked for anew whenever the page is opened. */
export const statisticsQuery = queryOptions({
  queryKey: ['statistics'],
  queryFn: async ({ signal }): Promise<Statistics> => {
    const tally = new Tally(Date.now())
    for await (const visits of visitBatches(null, { signal })) for (const visit of visits) tally.add(visit)
    return tally.statistics()
  },
  gcTime: 0,
})
