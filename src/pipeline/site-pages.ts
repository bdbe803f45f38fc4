import {
  articleFile,
  articlePath,
  catalogueFile,
  categoryPath,
  historyPath,
  homePath,
  settingsPath,
  treeFile,
} from '../shared/addresses.ts'
import type { CataloguePage, CategoryNode } from '../shared/article.ts'
import { type Catalogue, PAGE_SIZE, pageCount, treeOf } from './catalogue.ts'

/** A page of the site and the data files it is rendered from. */
export interface SitePage {
  /** Percent-encoded, without the base. */
  path: string
  files: string[]
}

/** A data file whose summaries are still to be put in: their ids stand in their place. */
export type ListData = CategoryNode[] | (Omit<CataloguePage, 'articles'> & { articles: string[] })

/** The pages of the articles. */
export function* articlePages(catalogue: Catalogue): Iterable<SitePage> {
  for (const { id } of catalogue.root.heads) yield { path: articlePath(id), files: [articleFile(id)] }
}

/** Every other page. */
export function* listPages(catalogue: Catalogue): Iterable<SitePage> {
  for (const [path, category] of catalogue.byPath)
    for (let page = 1; page <= pageCount(category); page++)
      yield { path: categoryPath(path, page), files: [catalogueFile(path, page)] }
  yield { path: homePath, files: [treeFile, catalogueFile('')] }
  yield { path: historyPath, files: [] }
  yield { path: settingsPath, files: [] }
}

/** The content of a data file other than an article's, or undefined if the site has no such file. */
export function listData(catalogue: Catalogue, address: string): ListData | undefined {
  if (address === treeFile) return treeOf(catalogue.root)
  const [, path = '', number] = /^\/data\/c\/(?:(.+)\/)?page-([1-9]\d{0,6})\.json$/.exec(address) ?? []
  const page = Number(number)
  const category = number === undefined ? undefined : catalogue.byPath.get(path)
  if (!category || page > pageCount(category)) return undefined
  return {
    category: category.link,
    children: category.children.map(child => ({ ...child.link, count: child.heads.length, children: [] })),
    page,
    pages: pageCount(category),
    total: category.heads.length,
    articles: category.heads.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(head => head.id),
  }
}

/** Writes such a file. @param summaryOf the JSON that stands for an id */
export function listJson(data: ListData, summaryOf: (id: string) => string): string {
  if (!('articles' in data)) return JSON.stringify(data)
  const { articles, ...rest } = data
  return `${JSON.stringify(rest).slice(0, -1)},"articles":[${articles.map(summaryOf).join(',')}]}`
}
