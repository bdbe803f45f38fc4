import type { DataRouter } from 'react-router'
import { startKeys } from './keys/start.ts'
import { startOffline } from './offline/start.ts'
import { startKeeping } from './sync/start.ts'

/** What begins once the page is at rest: nobody waits for it. */
export function beginLater(router: DataRouter): void {
  startKeys(router)
  startOffline(router)
  startKeeping().catch(() => undefined) // storage may refuse; reading goes on
}
