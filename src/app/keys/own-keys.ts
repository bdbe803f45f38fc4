import { useSyncExternalStore } from 'react'
import { asOwnKeys, type OwnKeys } from './key.ts'

const KEPT_AS = 'shiye.keys'

const listeners = new Set<() => void>()
const none: OwnKeys = {}
let current: OwnKeys | undefined

function read(): OwnKeys {
  try {
    return asOwnKeys(JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}'))
  } catch {
    return none
  }
}

/** The keys that the reader chose, by command; those that were never changed are not in it. */
export function ownKeys(): OwnKeys {
  current ??= read()
  return current
}

/** Keeps what the reader chose, where storage allows. It holds at once, in other tabs too. */
export function keepOwnKeys(keys: OwnKeys): void {
  current = keys
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(keys))
  } catch {
    // They hold until the tab is closed.
  }
  for (const listener of listeners) listener()
}

export const useOwnKeys = (): OwnKeys => useSyncExternalStore(subscribe, ownKeys, () => none)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Where it is loaded, keys that are changed in another tab hold here too. */
if (!import.meta.env.SSR)
  addEventListener('storage', ({ key }) => {
    if (key !== KEPT_AS) return
    current = read()
    for (const listener of listeners) listener()
  })
