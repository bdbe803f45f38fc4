import { siteName } from '../storage/site-name.ts'

/** Kept where it can be read without a script of some size: most readers never sync. */
const KEY = `${siteName}.synced`

export function keepSyncFlag(): void {
  try {
    localStorage.setItem(KEY, '1')
  } catch {
    // It is synced as long as this tab is open.
  }
}

export function forgetSyncFlag(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was kept either.
  }
}

export function isSynced(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}
