import { articleOf } from '../../shared/search/block.ts'
import { categoryTerm } from '../../shared/search/facts.ts'
import { foldText } from '../../shared/search/fold.ts'
import type { Candidate } from './candidates.ts'
import type { IndexFiles } from './index-files.ts'
import type { CategoryCount } from './messages.ts'

/** How many of the candidates the largest categories of the site have, the most first; those that have none are left out. */
export async function countCategories(
  candidates: readonly Candidate[],
  files: IndexFiles,
): Promise<CategoryCount[]> {
  const { largest } = await files.largestCategories()
  const bySegment = new Map<string, Set<number>>()
  for (const { segment, number } of candidates)
    bySegment.set(segment, (bySegment.get(segment) ?? new Set()).add(number))
  const counts = await Promise.all(
    largest.map(async ({ names, path }) => {
      const term = categoryTerm(foldText(names.join('/')))
      let count = 0
      for (const [name, numbers] of bySegment) {
        const places = await files.postings(name, await files.segment(name), { term, isPrefix: false })
        // One place of each article has its facts.
        for (const place of places) if (numbers.has(articleOf(place))) count++
      }
      return { names, path, count }
    }),
  )
  return counts.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count)
}
