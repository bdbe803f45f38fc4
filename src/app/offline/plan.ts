import {
  categoryList,
  homeFile,
  listFile,
  listIndexFile,
  monthList,
  monthsFile,
  packFile,
  treeFile,
} from '../../shared/addresses.ts'
import { INDEX_SIZE, PAGE_SIZE, type PackIndex } from '../../shared/article.ts'
import { monthOf } from '../browse/month.ts'
import { fetchJson, LoadError } from '../data/fetch-json.ts'
import type { Shape } from '../data/shape.ts'
import type { PackArticle, PackContents, PackSubject } from './pack.ts'
import { packId } from './pack.ts'

const everything = categoryList('')

const shape: Shape<PackIndex> = {
  total: 0,
  ids: [''],
  published: [],
  bytes: [0],
  digests: [''],
  pictures: [0],
}

/** So that the app's own first pages open, too. */
const ways = [homeFile, treeFile, listFile(everything)]

/**
 * What a pack would hold if it were made now.
 *
 * @param saved the articles that the reader keeps for later
 * @throws LoadError
 */
export async function planOf(
  subject: PackSubject,
  saved: { articleId: string; date: string | null }[],
): Promise<PackContents> {
  const id = packId(subject)
  if (subject.of === 'saved') return { id, articles: await articlesOfSaved(saved), lists: ways }
  if (subject.of === 'list') {
    const { articles, total } = await articlesOfList(subject.list, () => true)
    return { id, articles, lists: [...new Set([...ways, ...filesOf(subject.list, total)])] }
  }
  const since = (Date.now() - subject.days * 86_400_000) / 60_000
  const { articles } = await articlesOfList(everything, published => published !== null && published >= since)
  const pages = Math.ceil(articles.length / PAGE_SIZE)
  const lists = Array.from({ length: pages }, (_, index) => listFile(everything, index + 1))
  return { id, articles, lists: [...new Set([...ways, ...lists])] }
}

/** The articles of a list, from its beginning as long as they belong. */
async function articlesOfList(
  list: string,
  belongs: (published: number | null) => boolean,
): Promise<{ articles: PackArticle[]; total: number }> {
  const articles: PackArticle[] = []
  for (let number = 1; ; number++) {
    const index = await fetchJson<PackIndex>(packFile(list, number), shape)
    const end = index.published.findIndex(published => !belongs(published))
    articles.push(...articlesIn(index).slice(0, end === -1 ? undefined : end))
    if (end !== -1 || number * INDEX_SIZE >= index.total) return { articles, total: index.total }
  }
}

/** An article stands in the list of its month. */
async function articlesOfSaved(saved: { articleId: string; date: string | null }[]): Promise<PackArticle[]> {
  const wanted = new Set(saved.map(({ articleId }) => articleId))
  const months = new Set(saved.map(({ date }) => monthList(date && monthOf(date))))
  const found: PackArticle[] = []
  for (const list of months) {
    const articles = await articlesOfList(list, () => true).catch(error => {
      // The articles of that month are gone from the site.
      if (error instanceof LoadError && error.reason === 'missing') return { articles: [] }
      throw error
    })
    found.push(...articles.articles.filter(({ id }) => wanted.has(id)))
  }
  return found
}

const articlesIn = ({ ids, digests, bytes, pictures }: PackIndex): PackArticle[] =>
  ids.map((id, at) => ({ id, digest: digests[at]!, bytes: bytes[at]!, pictures: pictures[at]! }))

/** The pages of a list, and what jumping and choosing in it needs. */
function filesOf(list: string, total: number): string[] {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const files = Array.from({ length: pages }, (_, index) => listFile(list, index + 1))
  if (pages === 1) return files
  const indexes = Array.from({ length: Math.ceil(total / INDEX_SIZE) }, (_, index) =>
    listIndexFile(list, index + 1),
  )
  return [...files, monthsFile(list), ...indexes]
}

export const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0)
