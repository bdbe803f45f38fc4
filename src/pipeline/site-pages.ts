import {
  archiveFile,
  archivePath,
  articleFile,
  articlePath,
  backupPath,
  categoriesPath,
  categoryList,
  daysFile,
  historyPath,
  homeFile,
  homePath,
  listFile,
  listIndexFile,
  listPath,
  marksPath,
  monthsFile,
  mutePath,
  newsFile,
  offlinePath,
  onThisDayFile,
  onThisDayPath,
  openPath,
  packFile,
  queuePath,
  randomPath,
  savedPath,
  searchPath,
  settingsPath,
  statisticsPath,
  treeFile,
} from '../shared/addresses.ts'
import {
  type CataloguePage,
  type CategoryDigest,
  type CategoryNode,
  type DayCount,
  type DayOfMonth,
  type DayOfYear,
  INDEX_SIZE,
  type ListSubject,
  MOST_OF_DAY,
  type MonthCount,
  type News,
  PAGE_SIZE,
  type Twin,
} from '../shared/article.ts'
import { type LinkCount, type LinkTable, linkCountFile, linkTableFile } from '../shared/original-links.ts'
import {
  buildCatalogue,
  type Catalogue,
  type CatalogueHead,
  type Category,
  largestBelow,
  largestOf,
  MOST_CHILDREN,
  treeOf,
} from './catalogue.ts'
import { countMonths } from './days.ts'
import { indexOf, type Traits } from './list-index.ts'
import {
  countDaysOfYear,
  foldTwins,
  groupBy,
  type List,
  type Lists,
  listsOf,
  type Month,
  pageCount,
  rootList,
} from './lists.ts'
import type { ArticleLinks } from './make-article.ts'
import { linkTables } from './original-links.ts'
import { newsOf, packOf, type Weight } from './pack-index.ts'
import { findRelated, type Related } from './related.ts'
import { sourceOf } from './source-of.ts'
import { findTwins } from './twins.ts'

/** An article names so many that are related to it. */
const MOST_RELATED = 4

/** A page of the site. */
export interface SitePage {
  /** Percent-encoded, without the base. */
  path: string
  /** The data files it is rendered from. */
  files: string[]
  /** Data files that belong to it but do not come with it. */
  laterFiles?: string[]
}

/** All articles in order, and the lists of them. */
export interface Order {
  catalogue: Catalogue
  lists: Lists
  related: Related
}

/** @param timeZone decides which month and day an article is of */
export function orderOf(heads: CatalogueHead[], timeZone: string): Order {
  const catalogue = buildCatalogue(heads)
  return { catalogue, lists: listsOf(catalogue, timeZone), related: findRelated(catalogue.root.heads) }
}

/**
 * The same once the articles are made: those that say the same share a row.
 *
 * @param sketchOf of the text of an article, or null
 */
export function withTwinsFolded(order: Order, sketchOf: (id: string) => string | null): Order {
  const { catalogue, lists } = order
  return { ...order, lists: foldTwins(lists, findTwins(catalogue.root.heads, sketchOf)) }
}

/** What an article says of others. */
export function linksOf(id: string, { catalogue, lists, related }: Order): ArticleLinks {
  const { newer, older } = catalogue.neighboursOf.get(id)!
  return {
    categories: catalogue.linksOf.get(id)!,
    authorPath: lists.authorPathOf.get(id) ?? null,
    newer,
    older,
    related: related
      .to(id)
      .filter(each => each.id !== newer?.id && each.id !== older?.id)
      .slice(0, MOST_RELATED),
  }
}

/** A page whose summaries are still to be put in: their ids stand in their place. */
type Draft<Page> = Omit<Page, 'articles'> & { articles: DraftRow[] }

interface DraftRow {
  id: string
  twins: Twin[]
}

/** A file of a list's index that still lacks what the articles' texts know. */
interface IndexDraft {
  heads: CatalogueHead[]
}

/** What keeping a part of a list must know, before the articles are weighed. */
interface PackDraft {
  packed: CatalogueHead[]
  total: number
}

export type ListData =
  | CategoryNode[]
  | CategoryDigest
  | MonthCount[]
  | DayCount[]
  | Draft<CataloguePage>
  | Draft<DayOfYear>
  | IndexDraft
  | PackDraft
  | News
  | LinkCount
  | LinkTable

/** The pages of the articles. */
export function* articlePages({ root }: Catalogue): Iterable<SitePage> {
  for (const { id } of root.heads) yield { path: articlePath(id), files: [articleFile(id)] }
}

/** Every other page. */
export function* listPages({ catalogue, lists }: Pick<Order, 'catalogue' | 'lists'>): Iterable<SitePage> {
  for (const list of lists.byName.values())
    for (let page = 1; page <= pageCount(list); page++)
      yield {
        path: listPath(list.name, page),
        files: [listFile(list.name, page)],
        ...(page === 1 && { laterFiles: laterFilesOf(list) }),
      }
  const days = [...lists.byDayOfYear.keys()]
  yield { path: homePath, files: [homeFile, listFile(categoryList(''))], laterFiles: [newsFile] }
  yield { path: categoriesPath, files: [treeFile] }
  yield { path: archivePath, files: [archiveFile] }
  yield { path: onThisDayPath, files: [daysFile], laterFiles: days.map(onThisDayFile) }
  yield { path: randomPath, files: [] }
  const tables = linkTables(catalogue).map((_, index) => linkTableFile(index + 1))
  yield { path: openPath, files: [], laterFiles: [linkCountFile, ...tables] }
  yield { path: searchPath, files: [] }
  yield { path: historyPath, files: [] }
  yield { path: statisticsPath, files: [] }
  yield { path: marksPath, files: [] }
  yield { path: savedPath, files: [] }
  yield { path: queuePath, files: [] }
  yield { path: mutePath, files: [] }
  yield { path: backupPath, files: [] }
  yield { path: offlinePath, files: [] }
  yield { path: settingsPath, files: [] }
}

function laterFilesOf(list: List): string[] {
  const { name, rows, heads } = list
  const packs = numbered(heads.length, number => packFile(name, number))
  if (pageCount(list) === 1) return packs
  return [monthsFile(name), ...numbered(rows.length, number => listIndexFile(name, number)), ...packs]
}

const numbered = (count: number, addressOf: (number: number) => string): string[] =>
  Array.from({ length: Math.ceil(count / INDEX_SIZE) }, (_, index) => addressOf(index + 1))

/** The content of a data file other than an article's, or undefined if the site has no such file. */
export function listData(order: Order, address: string): ListData | undefined {
  const { catalogue, lists } = order
  if (address === treeFile) return treeOf(catalogue.root)
  if (address === homeFile) return largestOf(catalogue)
  if (address === archiveFile) return monthsOf(rootList(lists).heads, lists)
  if (address === newsFile) return newsOf(rootList(lists).heads)
  if (address === daysFile) return countDaysOfYear(lists)
  if (address === linkCountFile) return { tables: linkTables(catalogue).length }
  const [, name = '', file] = /^\/data\/(.+)\/(.+)\.json$/.exec(address) ?? []
  if (name === 'on-this-day') return dayOfYear(lists, file!)
  if (name === 'links') return linkTables(catalogue)[Number(/^table-(\d+)$/.exec(file!)?.[1]) - 1]
  const list = lists.byName.get(name)
  if (!list) return undefined
  const [, kind, number] = /^(months|page|index|pack)(?:-([1-9]\d{0,6}))?$/.exec(file!) ?? []
  if (kind === 'page') return pageOf(order, list, Number(number))
  if (kind === 'pack') return packDraftOf(list, Number(number))
  if (!kind || pageCount(list) === 1) return undefined
  return kind === 'months' ? monthsOf(list.rows, lists) : indexDraftOf(list, Number(number))
}

const monthsOf = (heads: CatalogueHead[], { dayOf }: Lists) =>
  countMonths(heads.map(({ id }) => dayOf.get(id)!))

function pageOf({ lists }: Order, list: List, page: number): Draft<CataloguePage> | undefined {
  if (!(page <= pageCount(list))) return undefined
  return {
    list: list.name,
    subject: subjectOf(list, lists),
    page,
    pages: pageCount(list),
    total: list.heads.length,
    rows: list.rows.length,
    articles: list.rows
      .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
      .map(({ id }) => ({ id, twins: (list.twins.get(id) ?? []).map(twinOf) })),
  }
}

const twinOf = (head: CatalogueHead): Twin => ({ id: head.id, title: head.title, source: sourceOf(head) })

function subjectOf(list: List, lists: Lists): ListSubject {
  const { of } = list
  if ('author' in of) return { kind: 'author', name: of.author }
  if ('month' in of) {
    const { month, newer, older } = of
    return { kind: 'month', month, days: daysOf(of, list, lists), newer, older }
  }
  return {
    kind: 'category',
    ...of.link,
    children: largestBelow(of, MOST_CHILDREN),
    childCount: of.children.length,
    namesakes: namesakesOf(of, lists),
  }
}

function namesakesOf({ link: { names, path } }: Category, { sources }: Lists) {
  const all = (names.length === 2 && sources.get(names[1]!)) || []
  return all.filter(each => each.path !== path).slice(0, MOST_CHILDREN)
}

/** An article that stands in another's row is reached there. */
function daysOf({ month }: Month, { heads, rows, twins }: List, { dayOf }: Lists): DayOfMonth[] {
  if (month === null) return []
  const rowOf = new Map(
    rows.flatMap((row, index) => [row, ...(twins.get(row.id) ?? [])].map(head => [head, index] as const)),
  )
  return [...groupBy(heads, ({ id }) => dayOf.get(id)!)].map(([day, ofDay]) => {
    const index = rowOf.get(ofDay.find(head => !isFolded(head)) ?? ofDay[0]!)!
    return {
      day: Number(day!.slice(-2)),
      count: ofDay.length,
      page: Math.floor(index / PAGE_SIZE) + 1,
      id: rows[index]!.id,
    }
  })

  function isFolded(head: CatalogueHead): boolean {
    return rows[rowOf.get(head)!] !== head
  }
}

function dayOfYear({ byDayOfYear }: Lists, day: string): Draft<DayOfYear> | undefined {
  const heads = byDayOfYear.get(day)
  return (
    heads && {
      day,
      total: heads.length,
      articles: heads.slice(0, MOST_OF_DAY).map(({ id }) => ({ id, twins: [] })),
    }
  )
}

function indexDraftOf({ rows }: List, number: number): IndexDraft | undefined {
  const some = rows.slice((number - 1) * INDEX_SIZE, number * INDEX_SIZE)
  return some.length > 0 ? { heads: some } : undefined
}

function packDraftOf({ heads }: List, number: number): PackDraft | undefined {
  const some = heads.slice((number - 1) * INDEX_SIZE, number * INDEX_SIZE)
  return some.length > 0 ? { packed: some, total: heads.length } : undefined
}

/**
 * Writes such a file.
 *
 * @param summaryOf the JSON object that stands for an id
 */
export function listJson(
  data: ListData,
  summaryOf: (id: string) => string,
  traitsOf: (id: string) => Traits,
  weightOf: (id: string) => Weight,
): string {
  if (isPackDraft(data)) return JSON.stringify(packOf(data.packed, data.total, weightOf))
  if (isIndexDraft(data)) return JSON.stringify(indexOf(data.heads, traitsOf))
  if (!isDraft(data)) return JSON.stringify(data)
  const { articles, ...rest } = data
  const rowJson = ({ id, twins }: DraftRow) =>
    twins.length > 0 ? `${summaryOf(id).slice(0, -1)},"twins":${JSON.stringify(twins)}}` : summaryOf(id)
  return `${JSON.stringify(rest).slice(0, -1)},"articles":[${articles.map(rowJson).join(',')}]}`
}

/** The articles that such a file tells of. */
export function articlesIn(data: ListData): string[] {
  if (isPackDraft(data)) return data.packed.map(({ id }) => id)
  if (isIndexDraft(data)) return data.heads.map(({ id }) => id)
  return isDraft(data) ? data.articles.map(({ id }) => id) : []
}

const isDraft = (data: ListData): data is Draft<CataloguePage> | Draft<DayOfYear> => 'articles' in data

const isIndexDraft = (data: ListData): data is IndexDraft => 'heads' in data

const isPackDraft = (data: ListData): data is PackDraft => 'packed' in data
