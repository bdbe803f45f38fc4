import { queryOptions } from '@tanstack/react-query'
import {
  archiveFile,
  daysFile,
  homeFile,
  listFile,
  monthsFile,
  onThisDayFile,
  treeFile,
} from '../../shared/addresses.ts'
import type {
  CataloguePage,
  CategoryDigest,
  CategoryNode,
  DayCount,
  DayOfYear,
  MonthCount,
  Summary,
} from '../../shared/article.ts'
import { fetchJson } from '../data/fetch-json.ts'
import type { Shape } from '../data/shape.ts'

/** Lists change with a new build: what is older than this is fetched again. */
const FRESH_MS = 60_000

const category: Shape<CategoryNode> = { names: [''], path: '', count: 0, children: [] }

const summary: Shape<Summary> = {
  id: '',
  title: '',
  author: '',
  excerpt: '',
  minutes: 0,
  lang: '',
  categories: [{ names: [''], path: '' }],
}

const cataloguePage: Shape<CataloguePage> = {
  list: '',
  subject: { kind: 'category' },
  page: 0,
  pages: 0,
  total: 0,
  rows: 0,
  articles: [summary],
}

/** The largest categories. */
export const digestQuery = () =>
  queryOptions({
    queryKey: ['digest'],
    queryFn: () =>
      fetchJson<CategoryDigest>(homeFile, { largest: [{ ...category, children: [category] }], total: 0 }),
    staleTime: FRESH_MS,
  })

/** The whole category tree. */
export const treeQuery = () =>
  queryOptions({
    queryKey: ['tree'],
    queryFn: () => fetchJson<CategoryNode[]>(treeFile, [category]),
    staleTime: FRESH_MS,
  })

/** One page of a list, as it is now. */
export const fetchPage = (list: string, page: number): Promise<CataloguePage> =>
  fetchJson<CataloguePage>(listFile(list, page), cataloguePage)

/** One page of a list. */
export const catalogueQuery = (list: string, page: number) =>
  queryOptions({
    queryKey: ['catalogue', list, page],
    queryFn: () => fetchPage(list, page),
    staleTime: FRESH_MS,
  })

/** The months of a list that has more than one page. */
export const monthsQuery = (list: string) =>
  queryOptions({
    queryKey: ['months', list],
    queryFn: () => fetchJson<MonthCount[]>(monthsFile(list), [[]]),
    staleTime: FRESH_MS,
  })

/** The months of the site. */
export const archiveQuery = () =>
  queryOptions({
    queryKey: ['archive'],
    queryFn: () => fetchJson<MonthCount[]>(archiveFile, [[]]),
    staleTime: FRESH_MS,
  })

/** The days of the year that have articles. */
export const daysQuery = () =>
  queryOptions({
    queryKey: ['days'],
    queryFn: () => fetchJson<DayCount[]>(daysFile, [[]]),
    staleTime: FRESH_MS,
  })

/** What was published on one of those. */
export const dayQuery = (day: string) =>
  queryOptions({
    queryKey: ['days', day],
    queryFn: () => fetchJson<DayOfYear>(onThisDayFile(day), { day: '', total: 0, articles: [summary] }),
    staleTime: FRESH_MS,
  })
