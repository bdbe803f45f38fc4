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

/** Starts the service worker once the page has loaded. A new version is offered, never forced. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') void register()
  else addEventListener('load', () => void register(), { once: true })
}

async function register() {
  const { Workbox } = await import('workbox-window')
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
  // Reading works without a worker: a browser that refuses one is no fault to report.
  await workbox.register().catch(() => undefined)
}
