import type { DataRouter } from 'react-router'
import { startKeys } from './keys/start.ts'
import { startOffline } from './offline/start.ts'
import { registerWorker } from './register-worker.ts'
import { startKeeping } from './sync/start.ts'

/** Starts what nobody waits for, once the page is there and the browser idle. */
export function startLater(router: DataRouter): void {
  if (document.documentElement.dataset.theme) import('./settings/theme-colour.ts').catch(() => undefined)
  startKeys(router)
  startOffline(router)
  import('./saved/settle-saved.ts').then(({ settleSaved }) => settleSaved()).catch(() => undefined)
  startKeeping().catch(() => undefined) // storage may refuse; reading goes on
  // With the next version it may be gone, and then it is needed.
  import('./ErrorPage.tsx').catch(() => undefined)
  // Reading works without a worker: a browser that refuses one is no fault to report.
  if (import.meta.env.PROD && 'serviceWorker' in navigator) registerWorker().catch(() => undefined)
}
