import { queryOptions } from '@tanstack/react-query'
import { categoryList, parseListPath } from '../../shared/addresses.ts'
import type { CataloguePage, CategoryLink, CategoryNode } from '../../shared/article.ts'
import { encodeParts } from '../browse/encode-parts.ts'
import { catalogueQuery, treeQuery } from '../browse/queries.ts'
import { queryClient } from '../data/query-client.ts'
import { lastVisit } from '../history/history.ts'
import { readSaved } from '../saved/saved.ts'
import { isArticleId } from '../storage/records.ts'

/** An article that the reader had opened or saved. */
interface MissingArticle {
  is: 'article'
  /** As the reader knew it. */
  title: string
  /** The list in which to look on: of its category, or of everything. */
  near: CataloguePage | null
}

/** A category that is no more where it was. */
interface MissingCategory {
  is: 'category'
  name: string
  /** The nearest of those above it that there is. */
  parent: CategoryNode | null
  /** Those of the same name elsewhere. */
  namesakes: CategoryLink[]
}

/** A page beyond the end of a list. */
interface MissingPage {
  is: 'page'
  /** The first page of that list. */
  first: CataloguePage
}

export type Missing = MissingArticle | MissingCategory | MissingPage

/** So many of the same name are told of. */
const MOST_NAMESAKES = 5

/** What was at an address at which there is nothing now, and what there is instead; null if nobody knows. */
export const missingQuery = (path: string) =>
  queryOptions({
    queryKey: ['missing', path],
    queryFn: async (): Promise<Missing | null> => {
      const id = /^\/a\/([^/]+)\/?$/.exec(path)?.[1]?.toLowerCase()
      return isArticleId(id) ? findArticle(id) : findList(path)
    },
    staleTime: 0,
  })

async function findArticle(id: string): Promise<MissingArticle | null> {
  try {
    const [visit, saved] = await Promise.all([lastVisit(id), readSaved(id)])
    const known = visit ?? saved
    return known && { is: 'article', title: known.title, near: await findNear(visit?.category ?? []) }
  } catch {
    return null // storage refuses
  }
}

/** The list of the deepest category of some names that there is; else of everything. */
async function findNear(names: string[]): Promise<CataloguePage | null> {
  try {
    const tree = await queryClient.ensureQueryData(treeQuery())
    const path = nearest(tree, node => names[node.names.length - 1] === node.names.at(-1))?.path ?? ''
    return await queryClient.ensureQueryData(catalogueQuery(categoryList(path), 1))
  } catch {
    return null // the network is gone again
  }
}

async function findList(path: string): Promise<MissingCategory | MissingPage | null> {
  const { list, page } = parseListPath(encodeParts(path))
  try {
    if (page > 1) return { is: 'page', first: await queryClient.ensureQueryData(catalogueQuery(list, 1)) }
  } catch {} // the list is gone too
  const parts = list.startsWith('c/') ? decoded(list).split('/').slice(1) : []
  const tree = parts.length > 0 && (await queryClient.ensureQueryData(treeQuery()).catch(() => null))
  if (!tree) return null
  const name = parts.at(-1)!
  const all = flat(tree)
  return {
    is: 'category',
    name,
    parent: nearest(tree, node => parts[node.names.length - 1] === decoded(node.path.split('/').at(-1)!)),
    namesakes: all.filter(node => node.names.at(-1) === name).slice(0, MOST_NAMESAKES),
  }
}

/** The deepest node down to which all fit. */
function nearest(nodes: CategoryNode[], fits: (node: CategoryNode) => boolean): CategoryNode | null {
  const node = nodes.find(fits)
  return node ? (nearest(node.children, fits) ?? node) : null
}

const flat = (nodes: CategoryNode[]): CategoryNode[] => nodes.flatMap(node => [node, ...flat(node.children)])

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
