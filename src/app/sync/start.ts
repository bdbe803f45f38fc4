import { leadToBackup } from '../backup/lead-to-backup.ts'
import { forgetSyncFlag, isSynced } from './is-synced.ts'
import { syncPartner } from './state.ts'

/** Keeps the reader's data in sync, or reminds them to back it up where it is not. */
export async function startKeeping(): Promise<void> {
  const { keepTwice } = await import('../backup/keep-twice.ts')
  await keepTwice().catch(() => undefined) // storage may be well again by the next start
  if (!isSynced()) return import('../backup/remind.ts').then(({ remindToBackUp }) => remindToBackUp())
  await import('./keep-in-sync.ts').then(({ startSync }) => startSync())
  if (syncPartner()) return
  forgetSyncFlag()
  leadToBackup(
    { zh: '同步停了：浏览器忘了与什么同步', en: 'Sync has stopped: the browser forgot what to sync with' },
    { zh: '重新选择', en: 'Choose again' },
  )
}
