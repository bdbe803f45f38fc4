import type { DataRouter } from 'react-router'
import { settingsPath } from '../../shared/addresses.ts'
import { site } from '../data/site.ts'
import { visitBatches } from '../history/visit-batches.ts'
import { openArticle } from '../keys/here.ts'
import { keptValue } from '../storage/kept-value.ts'
import { idle } from '../ui/idle.ts'
import { shownToast, toast } from '../ui/toast.ts'
import { isInUse } from './is-in-use.ts'
import { forgetsAfterDays, installWay, isInstalled } from './platform.ts'
import { canInstall, install } from './prompt.ts'

/** Who does not take it the second time has said no. */
const MOST_OFFERS = 2
const WEEKS_BETWEEN_MS = 21 * 86_400_000

/** When installing was offered. */
const offers = keptValue('shiye.install', (kept): number[] =>
  Array.isArray(kept) ? kept.filter(Number.isFinite) : [],
)

/** Offers to install the app to somebody who reads here, when they come out of an article or begin, never while they read. */
export function offerToInstall(router: DataRouter): void {
  let isLooking = false
  const look = async () => {
    if (isLooking || !isGoodMoment(router) || !mayOffer(offers.get(), Date.now())) return
    isLooking = true
    try {
      await idle()
      if ((await readsHere()) && isGoodMoment(router)) offer(router)
    } catch {
      // Without storage nobody knows.
    } finally {
      isLooking = false
    }
  }
  router.subscribe(({ navigation }) => {
    if (navigation.state === 'idle') void look()
  })
  addEventListener('beforeinstallprompt', () => void look())
  void look()
}

/** @param times when it was offered before */
export function mayOffer(times: number[], now: number): boolean {
  return times.length < MOST_OFFERS && times.every(time => Math.abs(now - time) >= WEEKS_BETWEEN_MS)
}

function isGoodMoment(router: DataRouter): boolean {
  const canBe = canInstall() || forgetsAfterDays(installWay())
  const isElsewhere = router.state.location.pathname !== settingsPath && openArticle(router) === null
  return canBe && isElsewhere && !isInstalled() && shownToast() === null
}

/** The newest visits say it. */
async function readsHere(): Promise<boolean> {
  for await (const visits of visitBatches(null)) return isInUse(visits, Date.now())
  return false
}

function offer(router: DataRouter): void {
  offers.set([...offers.get(), Date.now()])
  toast({
    words: {
      zh: '把“{name}”装到这台设备上，离线也能读',
      en: 'Install {name} on this device and read offline',
      name: site.name,
    },
    action: canInstall()
      ? { words: { zh: '安装', en: 'Install' }, run: () => void install().catch(() => undefined) }
      : {
          words: { zh: '怎么装', en: 'How to' },
          run: () => void router.navigate(`${settingsPath}#install`),
        },
  })
}
