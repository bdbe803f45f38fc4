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
import { type CataloguePage, INDEX_SIZE, PAGE_SIZE, type PackIndex } from '../../shared/article.ts'
import { monthOf } from '../browse/month.ts'
import { fetchJson, LoadError } from '../data/fetch-json.ts'
import type { Shape } from '../data/shape.ts'
import type { PackArticle, PackContents, PackSubject } from './pack.ts'
import { packId } from './pack.ts'
import type { KeptArticle } from './pack-store.ts'

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
 * @param kept what lies on the device: what is saved stays, though the site no longer has it
 * @throws LoadError
 */
export async function planOf(
  subject: PackSubject,
  saved: { articleId: string; date: string | null }[],
  kept: KeptArticle[],
): Promise<PackContents> {
  const id = packId(subject)
  if (subject.of === 'saved') return { id, articles: await articlesOfSaved(saved, kept), lists: ways }
  if (subject.of === 'list') {
    const articles = await articlesOfList(subject.list, () => true)
    return { id, articles, lists: [...new Set([...ways, ...(await filesOf(subject.list))])] }
  }
  const since = (Date.now() - subject.days * 86_400_000) / 60_000
  const articles = await articlesOfList(everything, published => published !== null && published >= since)
  const pages = Math.min(await rowsOf(everything), articles.length) / PAGE_SIZE
  const lists = numbered(pages, number => listFile(everything, number))
  return { id, articles, lists: [...new Set([...ways, ...lists])] }
}

/** The articles of a list, from its beginning as long as they belong. */
async function articlesOfList(
  list: string,
  belongs: (published: number | null) => boolean,
): Promise<PackArticle[]> {
  const articles: PackArticle[] = []
  for (let number = 1; ; number++) {
    const index = await fetchJson<PackIndex>(packFile(list, number), shape)
    const end = index.published.findIndex(published => !belongs(published))
    articles.push(...articlesIn(index).slice(0, end === -1 ? undefined : end))
    if (end !== -1 || number * INDEX_SIZE >= index.total) return articles
  }
}

/** An article stands in the list of its month. */
async function articlesOfSaved(
  saved: { articleId: string; date: string | null }[],
  kept: KeptArticle[],
): Promise<PackArticle[]> {
  const wanted = new Set(saved.map(({ articleId }) => articleId))
  const months = new Set(saved.map(({ date }) => monthList(date && monthOf(date))))
  const found: PackArticle[] = []
  for (const list of months) {
    const articles = await articlesOfList(list, () => true).catch(error => {
      // The articles of that month are gone from the site.
      if (error instanceof LoadError && error.isGone) return []
      throw error
    })
    found.push(...articles.filter(({ id }) => wanted.has(id)))
  }
  const there = new Set(found.map(({ id }) => id))
  const left = kept.filter(({ id }) => wanted.has(id) && !there.has(id))
  return [...found, ...left.map(article => ({ ...article, pictures: article.pictures.length }))]
}

const articlesIn = ({ ids, digests, bytes, pictures }: PackIndex): PackArticle[] =>
  ids.map((id, at) => ({ id, digest: digests[at]!, bytes: bytes[at]!, pictures: pictures[at]! }))

/** The pages of a list, and what jumping and choosing in it needs. */
async function filesOf(list: string): Promise<string[]> {
  const rows = await rowsOf(list)
  if (rows <= PAGE_SIZE) return [listFile(list)]
  const pages = numbered(rows / PAGE_SIZE, number => listFile(list, number))
  return [...pages, monthsFile(list), ...numbered(rows / INDEX_SIZE, number => listIndexFile(list, number))]
}

/** Several articles may share a row. */
const rowsOf = async (list: string): Promise<number> =>
  (await fetchJson<CataloguePage>(listFile(list), { rows: 0 })).rows

const numbered = (count: number, addressOf: (number: number) => string): string[] =>
  Array.from({ length: Math.ceil(count) }, (_, index) => addressOf(index + 1))

export const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0)
