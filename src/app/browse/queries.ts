import { queryOptions } from '@tanstack/react-query'
import { catalogueFile, homeFile, monthsFile, treeFile } from '../../shared/addresses.ts'
import type { CataloguePage, CategoryDigest, CategoryNode, MonthCount } from '../../shared/article.ts'
import { fetchJson } from '../data/fetch-json.ts'

/** Lists change with a new build: what is older than this is fetched again. */
const FRESH_MS = 60_000

/** The largest categories. */
export const digestQuery = () =>
  queryOptions({
    queryKey: ['digest'],
    queryFn: () => fetchJson<CategoryDigest>(homeFile),
    staleTime: FRESH_MS,
  })

/** The whole category tree. */
export const treeQuery = () =>
  queryOptions({
    queryKey: ['tree'],
    queryFn: () => fetchJson<CategoryNode[]>(treeFile),
    staleTime: FRESH_MS,
  })

/** One page of a category list; an empty path is the whole site. */
export const catalogueQuery = (path: string, page: number) =>
  queryOptions({
    queryKey: ['catalogue', path, page],
    queryFn: () => fetchJson<CataloguePage>(catalogueFile(path, page)),
    staleTime: FRESH_MS,
  })

/** The months of a list that has more than one page. */
export const monthsQuery = (path: string) =>
  queryOptions({
    queryKey: ['months', path],
    queryFn: () => fetchJson<MonthCount[]>(monthsFile(path)),
    staleTime: FRESH_MS,
  })
