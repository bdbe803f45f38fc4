import { getSetting } from '../settings/settings.ts'

const KEY = 'shiye.searches'
const MOST = 8

/** What was searched for last, the last first. Storage may refuse. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

/** Keeps a search, unless the reader does not want that. */
export function noteSearch(typed: string): void {
  const search = typed.trim()
  if (search === '' || getSetting('searches') === 'off') return
  keep([search, ...recentSearches().filter(each => each !== search)].slice(0, MOST))
}

export const forgetSearches = (): void => keep([])

function keep(searches: string[]): void {
  try {
    if (searches.length > 0) localStorage.setItem(KEY, JSON.stringify(searches))
    else localStorage.removeItem(KEY)
  } catch {
    // They are a convenience.
  }
}
