import type { DataRouter } from 'react-router'
import { keepWaiting } from './keep-later.ts'
import { packsName } from './pack-names.ts'

/** What the coming and going of the network, and of the reader, means for the page, once that is at rest. */
export function startOffline(router: DataRouter): void {
  const onOnline = () => {
    void bringWaitingPacks()
    keepWaiting().catch(() => undefined) // storage may refuse
    import('./tell-news.ts').then(({ tellNews }) => tellNews(router)).catch(() => undefined)
  }
  const onOffline = () => {
    import('./show-offline.ts').then(({ showOffline }) => showOffline(router)).catch(() => undefined)
  }
  addEventListener('online', onOnline)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && navigator.onLine) onOnline()
  })
  addEventListener('offline', onOffline)
  if (navigator.onLine) onOnline()
  else onOffline()
}

/** Goes on with what was asked for and is not done. */
async function bringWaitingPacks(): Promise<void> {
  try {
    // Those who never had a pack need none of it.
    const databases = await indexedDB.databases?.()
    if (databases && !databases.some(({ name }) => name === packsName)) return
    const { goOnWithPacks } = await import('./edit-packs.ts')
    await goOnWithPacks()
  } catch {
    // The page of packs says what is wrong.
  }
}
