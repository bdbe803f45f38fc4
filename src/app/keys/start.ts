import type { DataRouter } from 'react-router'
import { startTouch } from '../touch/start.ts'
import { provideRouter } from './app-router.ts'
import { noteArticles } from './here.ts'
import { listenToKeys } from './listen.ts'
import { noteWay } from './way-back.ts'

/** Keys and gestures, once the page is at rest: reading goes without them. */
export function startKeys(router: DataRouter): void {
  provideRouter(router)
  noteWay(router)
  noteArticles(router)
  listenToKeys(router)
  startTouch(router)
  import('../install/start.ts').then(({ startInstall }) => startInstall(router)).catch(() => undefined)
}
