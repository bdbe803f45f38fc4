import { type LinkTable, linkKey, tableOf } from '../shared/original-links.ts'
import type { Catalogue } from './catalogue.ts'

/** A table of so many is about as large as an article. */
const MOST_IN_TABLE = 500

const made = new WeakMap<Catalogue, LinkTable[]>()

/** The tables of the original addresses of all articles; none where no seed names one. */
export function linkTables(catalogue: Catalogue): LinkTable[] {
  const tables = made.get(catalogue) ?? makeTables(catalogue)
  made.set(catalogue, tables)
  return tables
}

function makeTables({ root }: Catalogue): LinkTable[] {
  const idOf = new Map<string, string>()
  for (const { id, link } of root.heads) {
    const key = link && URL.canParse(link) ? linkKey(new URL(link)) : null
    // Of several, the newest.
    if (key !== null && !idOf.has(key)) idOf.set(key, id)
  }
  if (idOf.size === 0) return []
  // A power of two: an archive that grows has all its tables made anew a few times only.
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(idOf.size / MOST_IN_TABLE)))
  const tables = Array.from({ length: count }, (): [string, string][] => [])
  for (const entry of idOf) tables[tableOf(entry[0], count) - 1]!.push(entry)
  return tables.map(entries => ({ ids: Object.fromEntries(entries) }))
}
