import {
  articleFile,
  articlePath,
  catalogueFile,
  categoriesPath,
  categoryPath,
  historyPath,
  homeFile,
  homePath,
  marksPath,
  monthsFile,
  settingsPath,
  statisticsPath,
  treeFile,
} from '../shared/addresses.ts'
import {
  type CataloguePage,
  type CategoryDigest,
  type CategoryNode,
  type MonthCount,
  PAGE_SIZE,
} from '../shared/article.ts'
import {
  type Catalogue,
  type Category,
  largestBelow,
  largestOf,
  MOST_CHILDREN,
  pageCount,
  treeOf,
} from './catalogue.ts'
import { countMonths } from './count-months.ts'

/** A page of the site. */
export interface SitePage {
  /** Percent-encoded, without the base. */
  path: string
  /** The data files it is rendered from. */
  files: string[]
  /** Data files that belong to it but do not come with it. */
  laterFiles?: string[]
}

/** A page of the catalogue whose summaries are still to be put in: their ids stand in their place. */
type CatalogueDraft = Omit<CataloguePage, 'articles'> & { articles: string[] }

export type ListData = CategoryNode[] | CategoryDigest | MonthCount[] | CatalogueDraft

/** The pages of the articles. */
export function* articlePages(catalogue: Catalogue): Iterable<SitePage> {
  for (const { id } of catalogue.root.heads) yield { path: articlePath(id), files: [articleFile(id)] }
}

/** Every other page. */
export function* listPages(catalogue: Catalogue): Iterable<SitePage> {
  for (const [path, category] of catalogue.byPath)
    for (let page = 1; page <= pageCount(category); page++)
      yield {
        path: categoryPath(path, page),
        files: [catalogueFile(path, page)],
        ...(page === 1 && pageCount(category) > 1 && { laterFiles: [monthsFile(path)] }),
      }
  yield { path: homePath, files: [homeFile, catalogueFile('')] }
  yield { path: categoriesPath, files: [treeFile] }
  yield { path: historyPath, files: [] }
  yield { path: statisticsPath, files: [] }
  yield { path: marksPath, files: [] }
  yield { path: settingsPath, files: [] }
}

/**
 * The content of a data file other than an article's, or undefined if the site has no such file.
 *
 * @param timeZone decides which month an article is of
 */
export function listData(catalogue: Catalogue, timeZone: string, address: string): ListData | undefined {
  if (address === treeFile) return treeOf(catalogue.root)
  if (address === homeFile) return largestOf(catalogue)
  const [, path = '', name] = /^\/data\/c\/(?:(.+)\/)?(months|page-[1-9]\d{0,6})\.json$/.exec(address) ?? []
  const category = name === undefined ? undefined : catalogue.byPath.get(path)
  if (!category) return undefined
  return name === 'months'
    ? monthsOf(category, timeZone)
    : pageOf(category, Number(name!.slice('page-'.length)))
}

function monthsOf(category: Category, timeZone: string): MonthCount[] | undefined {
  if (pageCount(category) === 1) return undefined
  const dates = category.heads.map(head => head.date)
  return countMonths(dates, timeZone)
}

function pageOf(category: Category, page: number): CatalogueDraft | undefined {
  if (page > pageCount(category)) return undefined
  return {
    category: category.link,
    children: largestBelow(category, MOST_CHILDREN),
    childCount: category.children.length,
    page,
    pages: pageCount(category),
    total: category.heads.length,
    articles: category.heads.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(head => head.id),
  }
}

/** Writes such a file. @param summaryOf the JSON that stands for an id */
export function listJson(data: ListData, summaryOf: (id: string) => string): string {
  if (!isCatalogueDraft(data)) return JSON.stringify(data)
  const { articles, ...rest } = data
  return `${JSON.stringify(rest).slice(0, -1)},"articles":[${articles.map(summaryOf).join(',')}]}`
}

export const isCatalogueDraft = (data: ListData): data is CatalogueDraft => 'articles' in data
