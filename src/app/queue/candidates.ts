import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { categoryList } from '../../shared/addresses.ts'
import type { Summary } from '../../shared/article.ts'
import { catalogueQuery } from '../browse/queries.ts'
import { queryClient } from '../data/query-client.ts'
import { readIdsQuery } from '../history/article-states.ts'
import { muterQuery } from '../mute/use-muted.ts'
import { savedQuery } from '../saved/saved.ts'
import type { QueueChoice } from './queue-choice.ts'
import { readUnseen } from './unseen.ts'

/** What a queue needs of an article; `minutes` at an ordinary speed. */
export type Fit = Pick<Summary, 'id' | 'title' | 'date' | 'minutes'>

/** So many unread articles are enough for several mixes. */
const ENOUGH = 120
/** Further back nobody looks for something new: the newest thousand of a category. */
const MOST_PAGES = 50

/** Unread articles that no rule hides, of what the reader chose, newest first. */
export const candidatesQuery = ({ paths, isOfSaved }: Omit<QueueChoice, 'minutes'>) =>
  queryOptions({
    queryKey: ['queue', paths, isOfSaved],
    queryFn: async (): Promise<Fit[]> => {
      const [readIds, muter] = await Promise.all([
        queryClient.fetchQuery(readIdsQuery).catch(() => new Set<string>()),
        queryClient.fetchQuery(muterQuery).catch(() => () => null),
      ])
      const wanted = paths.length > 0 || isOfSaved ? paths : ['']
      const found = await Promise.all([
        isOfSaved ? readSaved(readIds) : [],
        ...wanted.map(path =>
          readUnseen(
            page => queryClient.ensureQueryData(catalogueQuery(categoryList(path), page)),
            article => !readIds.has(article.id) && muter(article) === null,
            { enough: Math.ceil(ENOUGH / wanted.length), mostPages: MOST_PAGES },
          ),
        ),
      ])
      const byId = new Map<string, Fit>(found.flat().map(article => [article.id, article]))
      return [...byId.values()].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    },
    placeholderData: keepPreviousData,
    gcTime: 0, // what was read meanwhile is not to be offered
  })

async function readSaved(readIds: ReadonlySet<string>): Promise<Fit[]> {
  const saved = await queryClient.fetchQuery(savedQuery)
  return saved
    .filter(({ articleId }) => !readIds.has(articleId))
    .map(({ articleId, title, date, minutes }) => ({ id: articleId, title, date, minutes }))
}
