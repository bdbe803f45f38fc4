import { siteName } from './site-name.ts'

/** Kept apart from the database, so that one that is gone can be told from one that never was. */
const KEY = `${siteName}.kept`

let isNoted = false

/** Notes that the reader has something here. */
export function noteKept(): void {
  if (isNoted) return
  isNoted = true
  try {
    localStorage.setItem(KEY, '1')
  } catch {
    // Then nobody can tell.
  }
}

/** Whether the reader had something here; asked when there is no database. */
export function wasCleared(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}
