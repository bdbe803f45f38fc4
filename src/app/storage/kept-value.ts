import { useSyncExternalStore } from 'react'

/** A small value that is kept in every tab and from one visit to the next, where storage allows. */
export interface KeptValue<T> {
  get: () => T
  set: (value: T) => void
  /** Shown in a page; while a prerendered one starts, what there is without storage. */
  use: () => T
}

/**
 * @param key in the browser's storage
 * @param asValue makes a value of what came out of storage, which may be anything; null if nothing was kept
 */
export function keptValue<T>(key: string, asValue: (kept: unknown) => T): KeptValue<T> {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  let isRead = false
  let value = asValue(null)
  const readFromOtherTab = (event: StorageEvent) => {
    if (event.key !== key && event.key !== null) return
    isRead = false
    tell()
  }
  const get = () => {
    if (!isRead) value = read(key, asValue)
    isRead = true
    return value
  }
  const subscribe = (listener: () => void) => {
    if (listeners.size === 0) addEventListener('storage', readFromOtherTab)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) removeEventListener('storage', readFromOtherTab)
    }
  }
  const atFirst = value
  return {
    get,
    set: next => {
      value = next
      isRead = true
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // It holds until the tab is closed.
      }
      tell()
    },
    use: () => useSyncExternalStore(subscribe, get, () => atFirst),
  }
}

function read<T>(key: string, asValue: (kept: unknown) => T): T {
  try {
    return asValue(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return asValue(null)
  }
}
