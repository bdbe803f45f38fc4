import { isSynced } from './is-synced.ts'

/** Keeps the reader's data in sync, or reminds them to back it up where it is not. */
export async function startKeeping(): Promise<void> {
  if (isSynced()) await import('./keep-in-sync.ts').then(({ startSync }) => startSync())
  else await import('../backup/remind.ts').then(({ remindToBackUp }) => remindToBackUp())
}
