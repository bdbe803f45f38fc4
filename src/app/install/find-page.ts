import { articlePath, openPath } from '../../shared/addresses.ts'
import {
  type LinkCount,
  type LinkTable,
  linkCountFile,
  linkKey,
  linkTableFile,
  tableOf,
} from '../../shared/original-links.ts'
import { fetchJson } from '../data/fetch-json.ts'
import { pathWithinSite } from './path-within-site.ts'

/**
 * Where a shared address leads: to a page of this site, or to the article that was first published there; null if the
 * archive has none.
 *
 * @throws LoadError
 */
export async function findPage(address: string): Promise<string | null> {
  const path = pathWithinSite(address)
  // A link to the page that asks would lead round in circles.
  if (path !== null) return path.startsWith(openPath.slice(0, -1)) ? null : path
  const id = await findOriginal(address)
  return id && articlePath(id)
}

async function findOriginal(address: string): Promise<string | null> {
  const key = linkKey(new URL(address))
  if (key === null) return null
  const { tables } = await fetchJson<LinkCount>(linkCountFile, { tables: 0 })
  if (tables === 0) return null
  const { ids } = await fetchJson<LinkTable>(linkTableFile(tableOf(key, tables)), { ids: {} })
  return Object.hasOwn(ids, key) ? ids[key]! : null
}
