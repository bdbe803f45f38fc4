import { linkCountFile, linkTableFile } from '../../shared/addresses.ts'
import { type LinkCount, type LinkTable, linkKey, tableOf } from '../../shared/original-links.ts'
import { fetchJson } from '../data/fetch-json.ts'

/**
 * The article that was first published at an address; null if the archive has none.
 *
 * @throws LoadError
 */
export async function findOriginal(address: string): Promise<string | null> {
  const key = linkKey(new URL(address))
  if (key === null) return null
  const { tables } = await fetchJson<LinkCount>(linkCountFile)
  if (tables === 0) return null
  const { ids } = await fetchJson<LinkTable>(linkTableFile(tableOf(key, tables)))
  return Object.hasOwn(ids, key) ? ids[key]! : null
}
