import type { Words } from '../i18n/language.ts'
import type { DavAccount } from './dav-place.ts'
import type { Outcome } from './sync.ts'

/** What this device syncs through. */
export type Partner = { kind: 'file'; handle: FileSystemFileHandle } | { kind: 'dav'; account: DavAccount }

/** What happened last, and when. */
export type SyncState =
  | { is: 'off' }
  | { is: 'waiting' }
  | { is: 'busy' }
  /** The browser wants to be told again that the file may be used. */
  | { is: 'unpermitted' }
  | { is: 'done'; at: number; outcome: Outcome }
  | { is: 'failed'; at: number; why: Words }

let state: SyncState = { is: 'off' }
let partner: Partner | null = null
const listeners = new Set<() => void>()

export const syncState = (): SyncState => state
export const syncPartner = (): Partner | null => partner

export function subscribeSync(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function showSync(next: SyncState): void {
  state = next
  for (const listener of listeners) listener()
}

export function setPartner(next: Partner | null): void {
  partner = next
}
