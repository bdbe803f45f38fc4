import type { CataloguePage, Summary } from '../../shared/article.ts'

/** Pages that are asked for together. */
const AT_ONCE = 3

/**
 * Goes through the pages of a list, newest first, until it has found enough.
 *
 * @throws if the first page cannot be had; without others it makes do with what it found
 */
export async function readUnseen(
  readPage: (page: number) => Promise<CataloguePage>,
  belongs: (article: Summary) => boolean,
  { enough, mostPages }: { enough: number; mostPages: number },
): Promise<Summary[]> {
  const first = await readPage(1)
  const found = first.articles.filter(belongs)
  const last = Math.min(first.pages, mostPages)
  for (let page = 2; page <= last && found.length < enough; page += AT_ONCE) {
    const pages = Array.from({ length: Math.min(AT_ONCE, last - page + 1) }, (_, index) =>
      readPage(page + index).catch(() => null),
    )
    for (const each of await Promise.all(pages)) found.push(...(each?.articles.filter(belongs) ?? []))
  }
  return found.slice(0, enough)
}
