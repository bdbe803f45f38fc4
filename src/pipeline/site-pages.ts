import {
  articleFile,
  articlePath,
  catalogueFile,
  categoriesPath,
  categoryList,
  categoryPath,
  historyPath,
  homeFile,
  homePath,
  listIndexFile,
  marksPath,
  monthsFile,
  settingsPath,
  treeFile,
} from '../shared/addresses.ts'
import {
  type CataloguePage,
  type CategoryDigest,
  type CategoryNode,
  INDEX_SIZE,
  type MonthCount,
  PAGE_SIZE,
} from '../shared/article.ts'
import {
  type Catalogue,
  type CatalogueHead,
  type Category,
  largestBelow,
  largestOf,
  MOST_CHILDREN,
  pageCount,
  treeOf,
} from './catalogue.ts'
import { countMonths } from './count-months.ts'
import { indexOf, type Traits } from './list-index.ts'

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

/** A file of a list's index that still lacks what the articles' texts know. */
interface IndexDraft {
  heads: CatalogueHead[]
}

export type ListData = CategoryNode[] | CategoryDigest | MonthCount[] | CatalogueDraft | IndexDraft

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
        ...(page === 1 &&
          pageCount(category) > 1 && { laterFiles: [monthsFile(path), ...indexFiles(category)] }),
      }
  yield { path: homePath, files: [homeFile, catalogueFile('')] }
  yield { path: categoriesPath, files: [treeFile] }
  yield { path: historyPath, files: [] }
  yield { path: marksPath, files: [] }
  yield { path: settingsPath, files: [] }
}

function indexFiles({ link: { path }, heads }: Category): string[] {
  const count = Math.ceil(heads.length / INDEX_SIZE)
  return Array.from({ length: count }, (_, index) => listIndexFile(categoryList(path), index + 1))
}

/**
 * The content of a data file other than an article's, or undefined if the site has no such file.
 *
 * @param timeZone decides which month an article is of
 */
export function listData(catalogue: Catalogue, timeZone: string, address: string): ListData | undefined {
  if (address === treeFile) return treeOf(catalogue.root)
  if (address === homeFile) return largestOf(catalogue)
  const [, path = '', name] =
    /^\/data\/c\/(?:(.+)\/)?(months|(?:page|index)-[1-9]\d{0,6})\.json$/.exec(address) ?? []
  const category = name === undefined ? undefined : catalogue.byPath.get(path)
  if (!category) return undefined
  const [kind, number] = name!.split('-')
  if (kind === 'months') return monthsOf(category, timeZone)
  return kind === 'page' ? pageOf(category, Number(number)) : indexDraftOf(category, Number(number))
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

function indexDraftOf(category: Category, number: number): IndexDraft | undefined {
  if (pageCount(category) === 1) return undefined
  const heads = category.heads.slice((number - 1) * INDEX_SIZE, number * INDEX_SIZE)
  return heads.length > 0 ? { heads } : undefined
}

/**
 * Writes such a file.
 *
 * @param summaryOf the JSON that stands for an id
 */
export function listJson(
  data: ListData,
  summaryOf: (id: string) => string,
  traitsOf: (id: string) => Traits,
): string {
  if (isIndexDraft(data)) return JSON.stringify(indexOf(data.heads, traitsOf))
  if (!isCatalogueDraft(data)) return JSON.stringify(data)
  const { articles, ...rest } = data
  return `${JSON.stringify(rest).slice(0, -1)},"articles":[${articles.map(summaryOf).join(',')}]}`
}

/** The articles that such a file tells of. */
export function articlesIn(data: ListData): string[] {
  if (isIndexDraft(data)) return data.heads.map(({ id }) => id)
  return isCatalogueDraft(data) ? data.articles : []
}

const isCatalogueDraft = (data: ListData): data is CatalogueDraft => 'articles' in data

const isIndexDraft = (data: ListData): data is IndexDraft => 'heads' in data
