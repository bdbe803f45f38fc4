import { categoryList } from '../../shared/addresses.ts'
import { INDEX_SIZE } from '../../shared/article.ts'
import { fetchIndex } from './list-index.ts'
import { fetchPage } from './queries.ts'

const everything = categoryList('')

/**
 * Some article of the site; null if there is none.
 *
 * @param random from 0 to just below 1
 * @throws LoadError
 */
export async function randomArticle(random = Math.random()): Promise<string | null> {
  const { rows, pages, articles } = await fetchPage(everything, 1)
  const index = Math.floor(random * rows)
  if (pages === 1) return articles[index]?.id ?? null
  const { ids } = await fetchIndex(everything, Math.floor(index / INDEX_SIZE) + 1)
  // A new build may have come between the two.
  return ids[index % INDEX_SIZE] ?? ids[0] ?? null
}
