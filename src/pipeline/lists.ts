import { categoryList, listPath, monthList } from '../shared/addresses.ts'
import type { CategoryLink, DayCount } from '../shared/article.ts'
import { PAGE_SIZE } from '../shared/article.ts'
import type { Catalogue, CatalogueHead, Category } from './catalogue.ts'
import { addressNames } from './category-address.ts'
import { type Day, daysOf, monthOf } from './days.ts'
import { compareText } from './problems.ts'

/** Articles that have pages of their own together, newest first. */
export interface List {
  /** What its addresses begin with: see `shared/addresses.ts`. */
  name: string
  heads: CatalogueHead[]
  /** Those of them that have a row. */
  rows: CatalogueHead[]
  /** Those that stand in another's row, by its id. */
  twins: Map<string, CatalogueHead[]>
  of: Category | Author | Month
}

export interface Author {
  author: string
}

export interface Month {
  month: string | null
  newer: string | null
  older: string | null
}

/** Every list of the site, and what leads to them. */
export interface Lists {
  byName: Map<string, List>
  /** Of an article, the page of its author's articles. */
  authorPathOf: Map<string, string>
  /** Of an article. */
  dayOf: Map<string, Day>
  /** All articles of one day of the year, `07-09`, newest first. */
  byDayOfYear: Map<string, CatalogueHead[]>
  /** Categories that sources are, by name. */
  sources: Map<string, CategoryLink[]>
}

/** An author of fewer articles has no page. */
const FEWEST_OF_AUTHOR = 2

/** @param timeZone says which day an article is of */
export function listsOf(catalogue: Catalogue, timeZone: string): Lists {
  const { root, byPath } = catalogue
  const days = daysOf(
    root.heads.map(({ date }) => date),
    timeZone,
  )
  const dayOf = new Map(root.heads.map(({ id }, index) => [id, days[index]!]))
  const categories = [...byPath.values()].map(category =>
    listOf(categoryList(category.link.path), category.heads, category),
  )
  const { authors, authorPathOf } = authorsOf(catalogue)
  const months = monthsOf(root.heads, dayOf)
  return {
    byName: new Map([...categories, ...authors, ...months].map(list => [list.name, list])),
    authorPathOf,
    dayOf,
    byDayOfYear: byDayOfYear(root.heads, dayOf),
    sources: sourcesOf(root),
  }
}

export const pageCount = ({ rows }: List): number => Math.max(1, Math.ceil(rows.length / PAGE_SIZE))

const noTwins: List['twins'] = new Map()

const listOf = (name: string, heads: CatalogueHead[], of: List['of']): List => ({
  name,
  heads,
  rows: heads,
  twins: noTwins,
  of,
})

/**
 * Puts articles that say the same into one row, in each list that of the newest there.
 *
 * @param firstOf of each article that has twins, the newest of all
 */
export function foldTwins(lists: Lists, firstOf: Map<string, CatalogueHead>): Lists {
  if (firstOf.size === 0) return lists
  return { ...lists, byName: new Map([...lists.byName].map(([name, list]) => [name, fold(list, firstOf)])) }
}

function fold(list: List, firstOf: Map<string, CatalogueHead>): List {
  const rowOf = new Map<CatalogueHead, CatalogueHead>()
  const twins: List['twins'] = new Map()
  const rows = list.heads.filter(head => {
    const first = firstOf.get(head.id)
    const row = first && rowOf.get(first)
    if (first && !row) rowOf.set(first, head)
    if (row) twins.set(row.id, [...(twins.get(row.id) ?? []), head])
    return !row
  })
  return twins.size > 0 ? { ...list, rows, twins } : list
}

/** The list of everything. */
export const rootList = ({ byName }: Lists): List => byName.get(categoryList(''))!

export const countDaysOfYear = ({ byDayOfYear }: Lists): DayCount[] =>
  [...byDayOfYear].map(([day, heads]) => [day, heads.length])

/** An author who is a source, all of whose articles stand in one category of that name, has that for a list. */
function authorsOf({ root, byPath, linksOf }: Catalogue) {
  const byAuthor = groupBy(
    root.heads.filter(({ author }) => author !== ''),
    ({ author }) => author,
  )
  const several = [...byAuthor].filter(([, heads]) => heads.length >= FEWEST_OF_AUTHOR)
  const addresses = addressNames(several.map(([author]) => author))
  const authors: List[] = []
  const authorPathOf = new Map<string, string>()
  for (const [author, heads] of several.sort(([a], [b]) => compareText(a, b))) {
    const own = linksOf
      .get(heads[0]!.id)!
      .flatMap(link => prefixesOf(link))
      .find(({ names, path }) => names.at(-1) === author && isSame(byPath.get(path)!.heads, heads))
    const name = own ? categoryList(own.path) : `author/${encodeURIComponent(addresses.get(author)!)}`
    for (const { id } of heads) authorPathOf.set(id, listPath(name))
    if (!own) authors.push(listOf(name, heads, { author }))
  }
  return { authors, authorPathOf }
}

const isSame = (one: CatalogueHead[], other: CatalogueHead[]) =>
  one.length === other.length && one.every((head, index) => head === other[index])

/** A category and those above it. */
function prefixesOf({ names, path }: CategoryLink): CategoryLink[] {
  const parts = path.split('/')
  return names.map((_, index) => ({
    names: names.slice(0, index + 1),
    path: parts.slice(0, index + 1).join('/'),
  }))
}

function monthsOf(all: CatalogueHead[], dayOf: Map<string, Day>): List[] {
  const byMonth = groupBy(all, ({ id }) => monthOf(dayOf.get(id)!))
  const months = [...byMonth.keys()].filter(month => month !== null)
  return [...byMonth].map(([month, heads], index) =>
    listOf(monthList(month), heads, {
      month,
      newer: (month && months[index - 1]) ?? null,
      older: (month && months[index + 1]) ?? null,
    }),
  )
}

function byDayOfYear(all: CatalogueHead[], dayOf: Map<string, Day>): Map<string, CatalogueHead[]> {
  const dated = all.filter(({ date }) => date)
  const byDay = groupBy(dated, ({ id }) => dayOf.get(id)!.slice(-5))
  return new Map([...byDay].sort(([a], [b]) => compareText(a, b)))
}

/** The second names of categories. */
function sourcesOf({ children }: Category): Map<string, CategoryLink[]> {
  const sources = children.flatMap(section => section.children.map(({ link }) => link))
  return groupBy(sources, ({ names }) => names[1]!)
}

export function groupBy<Item, Key>(items: Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
