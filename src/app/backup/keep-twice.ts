import { subscribeSettings } from '../settings/setting-store.ts'
import { openDatabase } from '../storage/database.ts'
import { isSynced, keepSyncFlag } from '../sync/is-synced.ts'
import { logSettings } from './kept-settings.ts'

/** After the last change: a slider makes many. */
const QUIET_MS = 1000

/**
 * What `localStorage` has of the reader's own is kept in the database too, now and after each change, and comes back from
 * there if that alone was lost.
 *
 * @throws if storage refuses
 */
export async function keepTwice(): Promise<void> {
  const database = await openDatabase()
  if (!isSynced() && (await database.get('own', 'sync'))) keepSyncFlag()
  await logSettings(database)
  let timer: ReturnType<typeof setTimeout>
  subscribeSettings(() => {
    clearTimeout(timer)
    timer = setTimeout(
      () =>
        openDatabase()
          .then(logSettings)
          .catch(() => undefined), // the next start does it
      QUIET_MS,
    )
  })
}
