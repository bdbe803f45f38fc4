import { queryOptions } from '@tanstack/react-query'
import { listIndexFile } from '../../shared/addresses.ts'
import { type CataloguePage, INDEX_SIZE, type ListIndex } from '../../shared/article.ts'
import { fetchJson } from '../data/fetch-json.ts'
import { queryClient } from '../data/query-client.ts'
import type { Shape } from '../data/shape.ts'
import { indexOf } from './choose-rows.ts'

const shape: Shape<ListIndex> = {
  ids: [''],
  published: [],
  minutes: [0],
  hasPicture: [0],
  source: [0],
  sources: [''],
}

/** A file of a list's index. @param number from 1 */
export const fetchIndex = (list: string, number: number): Promise<ListIndex> =>
  fetchJson<ListIndex>(listIndexFile(list, number), shape)

const indexQuery = (list: string, number: number) =>
  queryOptions({
    queryKey: ['list-index', list, number],
    queryFn: () => fetchIndex(list, number),
    staleTime: 60_000,
  })

/** How many files the index of a list has. */
export const indexFiles = ({ rows }: CataloguePage): number => Math.max(1, Math.ceil(rows / INDEX_SIZE))

/**
 * A file of a list's index.
 *
 * @param number from 0
 */
export async function readIndex(page: CataloguePage, number: number): Promise<ListIndex> {
  if (page.pages === 1) return indexOf(page.articles)
  return queryClient.ensureQueryData(indexQuery(page.list, number + 1))
}

/**
 * The ids of a stretch of a list.
 *
 * @param end the first row that does not belong to it
 */
export async function readIds(page: CataloguePage, start: number, end: number): Promise<string[]> {
  const ids: string[] = []
  const files = Math.min(indexFiles(page), Math.ceil(end / INDEX_SIZE))
  for (let file = Math.floor(start / INDEX_SIZE); file < files; file++) {
    const first = file * INDEX_SIZE
    const index = await readIndex(page, file)
    ids.push(...index.ids.slice(Math.max(0, start - first), end - first))
  }
  return ids
}
