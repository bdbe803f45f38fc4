/*
 * Finding an article by the address it was first published at. The build writes tables of those addresses, the app looks
 * one up: both make the same key of an address.
 */

// These addresses stand here, not with all others: those come with the first script.

/** How many tables there are. */
export const linkCountFile = '/data/links/count.json'

/** A table, counted from 1. */
export const linkTableFile = (number: number) => `/data/links/table-${number}.json`

/** What both Node's and the browser's URL have. */
interface Address {
  protocol: string
  host: string
  pathname: string
  hash: string
  searchParams: Iterable<[string, string]>
}

export interface LinkCount {
  tables: number
}

/** Article ids by the keys of their original addresses. */
export interface LinkTable {
  ids: Record<string, string>
}

/** Who shared a page, where and how: it makes no other page of it. */
const CARRIERS =
  /^(utm_.*|share.*|[fgy]clid|gbraid|wbraid|dclid|msclkid|mc_[ce]id|igshid|spm|scm|chksm|a?scene|from|isappinstalled|ref_src|vd_source|weibo_id|pass_ticket|wx_header|exportkey|nettype|devicetype|sessionid|clicktime|enterid|srcid)$/i

/**
 * What two addresses of one page have in common: protocol, mobile host, anchor, and what a share button adds do not count.
 *
 * @returns null if it is no address of a page on the web
 */
export function linkKey({ protocol, host, pathname, hash, searchParams }: Address): string | null {
  if (protocol !== 'https:' && protocol !== 'http:') return null
  const asked = [...searchParams].filter(([name]) => !CARRIERS.test(name))
  const search = asked.map(pair => `&${pair.map(encodeURIComponent).join('=')}`)
  // Some pages are told apart behind the `#` only.
  const route = /^#[!/]/.test(hash) ? hash : ''
  const path = pathname.replace(/\/+$/, '').replace(/%[0-9a-f]{2}/gi, digits => digits.toUpperCase())
  return host.replace(/^(www|m|mobile|wap)\.(?=.*\.)/, '') + path + search.sort().join('') + route
}

/** The number of the table that holds a key, counted from 1: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
export function tableOf(key: string, tables: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return ((hash >>> 0) % tables) + 1
}
