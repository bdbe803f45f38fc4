import { Workbox } from 'workbox-window'
import { withBase } from '../shared/addresses.ts'
import { site } from './data/site.ts'
import { toast } from './ui/toast.ts'

/** A script address that may start a worker under Trusted Types, where the browser has them. */
function trustedScript(address: string): string {
  const { trustedTypes } = window as {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string }
    }
  }
  const policy = trustedTypes?.createPolicy('app-sw', {
    createScriptURL: url => url,
  })
  return policy ? policy.createScriptURL(address) : address
}

/** Starts the service worker. A new version is offered, never forced. */
export async function registerWorker(): Promise<void> {
  const workbox = new Workbox(trustedScript(withBase(site.base, '/sw.js')), {
    scope: site.base,
  })
  workbox.addEventListener('waiting', () => {
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
    })
  })
  await workbox.register()
  // The page that brought the worker did not come through it.
  const { active } = await navigator.serviceWorker.ready
  for (const page of [location.href, new URL(site.base, location.href).href])
    active?.postMessage({ type: 'keep-page', page, pictures: [] })
}
