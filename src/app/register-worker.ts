import { Workbox } from 'workbox-window'
import { withBase } from '../shared/addresses.ts'
import { site } from './data/site.ts'
import { toast } from './ui/toast.ts'
import { trustedScript } from './ui/trusted-script.ts'

/** A worker that has not said by then that it is there is broken. */
const PATIENCE_MS = 60_000

/** An open page looks for a new version each hour, and whenever the reader comes back to it, but not twice a minute. */
const LOOK_EACH_MS = 60 * 60_000
const LOOK_AT_MOST_EACH_MS = 60_000

/** Starts the service worker. A new version is offered, never forced. */
export async function registerWorker(): Promise<void> {
  const workbox = new Workbox(trustedScript(withBase(site.base, '/sw.js')), {
    scope: site.base,
    updateViaCache: 'none',
  })
  workbox.addEventListener('waiting', async ({ sw, wasWaitingBeforeRegister }) => {
    // At a cold start the page is of the new version already, and nobody else needs the old worker.
    const isStart = wasWaitingBeforeRegister && navigationType() === 'navigate'
    if (!(isStart && sw && (await says(sw, 'take-over-if-alone')))) offer(workbox)
  })
  const registration = await workbox.register()
  if (registration) lookForNew(registration)
  // The page that brought the worker did not come through it.
  const { active } = await navigator.serviceWorker.ready
  for (const page of [location.href, new URL(site.base, location.href).href])
    active?.postMessage({ type: 'keep-page', page, pictures: [] })
  if (registration) await leaveIfBroken(registration)
}

const navigationType = () =>
  (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type

function offer(workbox: Workbox): void {
  toast({
    words: { zh: '网站有新版本', en: 'A new version is ready' },
    action: {
      words: { zh: '刷新', en: 'Refresh' },
      run: () => {
        workbox.addEventListener('controlling', () => location.reload())
        workbox.messageSkipWaiting()
      },
    },
    stays: true,
    waits: true,
  })
}

function lookForNew(registration: ServiceWorkerRegistration): void {
  let timer: ReturnType<typeof setTimeout>
  let last = Date.now()
  const look = () => {
    last = Date.now()
    plan(LOOK_EACH_MS)
    if (!document.hidden) registration.update().catch(() => undefined) // without a network, another time
  }
  const plan = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(look, wait)
  }
  const onReturn = () => {
    if (!document.hidden) plan(Math.max(0, last + LOOK_AT_MOST_EACH_MS - Date.now()))
  }
  plan(LOOK_EACH_MS)
  document.addEventListener('visibilitychange', onReturn)
  addEventListener('focus', onReturn)
  addEventListener('online', onReturn)
}

/**
 * A worker that does not answer would not answer for pages either: without it the next page comes from the server, and
 * brings the worker that lies there now.
 */
async function leaveIfBroken(registration: ServiceWorkerRegistration): Promise<void> {
  const { controller } = navigator.serviceWorker
  if (!controller || (await says(controller, 'are-you-there')) || !navigator.onLine) return
  // Meanwhile another may have taken its place.
  if (navigator.serviceWorker.controller === controller) await registration.unregister()
}

/** Whether a worker says yes, and in time. */
function says(worker: ServiceWorker, type: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  return new Promise(resolve => {
    port1.onmessage = ({ data }) => resolve(data === 'yes')
    setTimeout(resolve, PATIENCE_MS, false)
    worker.postMessage({ type }, [port2])
  })
}
