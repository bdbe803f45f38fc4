import type { ArticleLink, CategoryDigest, CategoryLink, CategoryNode } from '../shared/article.ts'
import { alignSpellings } from './align-spellings.ts'
import { addressNames } from './category-address.ts'
import { compareText } from './problems.ts'
import type { SeedHead } from './read-seed.ts'

/** What order, tree and neighbours need of a seed: all that is kept of every one of them. */
export type CatalogueHead = Pick<
  SeedHead,
  'id' | 'title' | 'date' | 'updated' | 'categories' | 'author' | 'tags'
> & {
  /** The original's address, where there is one. */
  link?: string
}

/** How many categories a page shows at most, so that it does not grow with the archive; `/categories/` has them all. */
export const MOST_CHILDREN = 16
const MOST_SECTIONS = 12
const MOST_SOURCES = 6

/** A category with its articles and those of everything below it, newest first. */
export interface Category {
  link: CategoryLink
  children: Category[]
  heads: CatalogueHead[]
}

/** All articles in order: by category and each among its neighbours. */
export interface Catalogue {
  /** The whole site: the category with the empty path. */
  root: Category
  byPath: Map<string, Category>
  /** Links of each article's categories, by article id. */
  linksOf: Map<string, CategoryLink[]>
  neighboursOf: Map<string, { newer: ArticleLink | null; older: ArticleLink | null }>
}

/** Orders the articles and grows the category tree from their paths. The order of the seeds does not matter. */
export function buildCatalogue(seeds: CatalogueHead[]): Catalogue {
  const heads = alignSpellings(seeds)
  const root = grow(heads.toSorted(newestFirst))
  const catalogue: Catalogue = {
    root: finish(root, [], ''),
    byPath: new Map(),
    linksOf: new Map(heads.map(head => [head.id, []])),
    neighboursOf: new Map(),
  }
  const visit = (category: Category) => {
    catalogue.byPath.set(category.link.path, category)
    category.children.forEach(visit)
  }
  visit(catalogue.root)

  const byNames = new Map(
    [...catalogue.byPath.values()].map(category => [keyOf(category.link.names), category]),
  )
  for (const head of heads)
    catalogue.linksOf.set(
      head.id,
      head.categories.map(names => byNames.get(keyOf(names))!.link),
    )
  // An article's neighbours are those in its first category; where it is alone, those in the category above.
  const closest = (head: CatalogueHead) => {
    const names = head.categories[0] ?? []
    for (let depth = names.length; depth > 0; depth--) {
      const category = byNames.get(keyOf(names.slice(0, depth)))!
      if (category.heads.length > 1) return category
    }
    return catalogue.root
  }
  const closestOf = new Map(heads.map(head => [head.id, closest(head)]))
  for (const category of byNames.values())
    category.heads.forEach((head, index) => {
      if (closestOf.get(head.id) !== category) return
      const newer = linkTo(category.heads[index - 1])
      const older = linkTo(category.heads[index + 1])
      catalogue.neighboursOf.set(head.id, { newer, older })
    })
  return catalogue
}

/** The tree as readers see it, without the articles. */
export const treeOf = (category: Category): CategoryNode[] =>
  category.children.map(child => ({
    ...child.link,
    count: child.heads.length,
    children: treeOf(child),
  }))

/** The largest categories directly below one, without what is below them. */
export const largestBelow = (category: Category, most: number): CategoryNode[] =>
  category.children.slice(0, most).map(child => ({ ...child.link, count: child.heads.length, children: [] }))

/** The largest categories of the site and the largest below those. */
export const largestOf = ({ root, byPath }: Catalogue): CategoryDigest => ({
  largest: largestBelow(root, MOST_SECTIONS).map((node, index) => ({
    ...node,
    children: largestBelow(root.children[index]!, MOST_SOURCES),
  })),
  total: byPath.size - 1,
})

interface Growth {
  heads: CatalogueHead[]
  children: Map<string, Growth>
}

function grow(heads: CatalogueHead[]): Growth {
  const root: Growth = { heads: [], children: new Map() }
  const add = (growth: Growth, head: CatalogueHead) => {
    // Two paths of one article may share their beginning.
    if (growth.heads.at(-1) !== head) growth.heads.push(head)
  }
  for (const head of heads) {
    add(root, head)
    for (const names of head.categories) {
      let growth = root
      for (const name of names) {
        const child = growth.children.get(name) ?? {
          heads: [],
          children: new Map(),
        }
        growth.children.set(name, child)
        add(child, head)
        growth = child
      }
    }
  }
  return root
}

function finish(growth: Growth, names: string[], path: string): Category {
  const addresses = addressNames([...growth.children.keys()])
  const children = [...growth.children]
    .sort(([a, x], [b, y]) => y.heads.length - x.heads.length || compareText(a, b))
    .map(([name, child]) => {
      const part = encodeURIComponent(addresses.get(name)!)
      return finish(child, [...names, name], path ? `${path}/${part}` : part)
    })
  return { link: { names, path }, heads: growth.heads, children }
}

/** By date, undated ones last; the id settles ties, so that the order is the same on every machine. */
function newestFirst(a: CatalogueHead, b: CatalogueHead): number {
  return compareText(b.date ?? '', a.date ?? '') || compareText(a.id, b.id)
}

const linkTo = (head: CatalogueHead | undefined): ArticleLink | null =>
  head ? { id: head.id, title: head.title } : null

const keyOf = (names: string[]) => JSON.stringify(names)
