import type { CatalogueHead } from './catalogue.ts'
import { compareText } from './problems.ts'

/**
 * Feeds spell one category now with spaces, now without (`IT 之家`, `IT之家`), in capitals or in full width. Within one
 * category above them such names are one, and the more common spelling is shown.
 */
export function alignSpellings(heads: CatalogueHead[]): CatalogueHead[] {
  const fold = folder()
  const counts = new Map<string, Map<string, number>>()
  for (const { categories } of heads)
    for (const names of categories)
      eachPrefix(names, fold, (prefix, name) => {
        const spellings = counts.get(prefix) ?? new Map<string, number>()
        spellings.set(name, (spellings.get(name) ?? 0) + 1)
        counts.set(prefix, spellings)
      })
  const shown = new Map([...counts].map(([prefix, spellings]) => [prefix, mostCommon(spellings)]))

  return heads.map(head => {
    const aligned = head.categories.map(names => {
      const path: string[] = []
      eachPrefix(names, fold, prefix => path.push(shown.get(prefix)!))
      return path
    })
    const unique = new Map(aligned.map(path => [JSON.stringify(path), path]))
    return { ...head, categories: [...unique.values()] }
  })
}

/** Calls back for each name with what is above it, so that only names of one category meet. */
function eachPrefix(
  names: string[],
  fold: (name: string) => string,
  visit: (prefix: string, name: string) => void,
) {
  let prefix = ''
  for (const name of names) {
    prefix += `\n${fold(name)}`
    visit(prefix, name)
  }
}

/** What is left of a name without spaces, width and case. Thousands of articles share few names. */
function folder() {
  const folded = new Map<string, string>()
  return (name: string) => {
    const known = folded.get(name)
    if (known !== undefined) return known
    const plain = name.normalize('NFKC').replace(/\s+/g, '').toLowerCase() || name
    folded.set(name, plain)
    return plain
  }
}

function mostCommon(spellings: Map<string, number>): string {
  const [first] = [...spellings].sort(([a, x], [b, y]) => y - x || compareText(a, b))
  return first![0]
}
