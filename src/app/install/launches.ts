import type { DataRouter } from 'react-router'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'
import { pathWithinSite } from './path-within-site.ts'

/** What the app was opened with: https://developer.mozilla.org/docs/Web/API/LaunchParams */
interface Launch {
  targetURL?: string
  files?: readonly { getFile(): Promise<File> }[]
}

/**
 * A window of the app that is open takes what is opened with the app: a link leads there by the router, so that Back
 * leads back to what was being read, at its place. The app's own icon changes nothing.
 */
export function followLaunches(router: DataRouter): void {
  const { launchQueue } = globalThis as {
    launchQueue?: { setConsumer(take: (launch: Launch) => void): void }
  }
  // This window was opened with the first.
  let own: string | undefined = documentAddress()
  launchQueue?.setConsumer(({ targetURL, files = [] }) => {
    if (files.length > 0) {
      own = undefined
      void openFile(files[0]!).catch(tellNotLoaded)
      return
    }
    const path = targetURL === undefined || targetURL === own ? null : pathWithinSite(targetURL)
    own = undefined
    if (path !== null && path !== '/') void router.navigate(path)
  })
}

/** The reader opened a backup of their own with the app. */
async function openFile(handle: { getFile(): Promise<File> }): Promise<void> {
  const [file, { openBackupFile }] = await Promise.all([handle.getFile(), import('../backup/opened-file.ts')])
  await openBackupFile(file)
}

/** Where this document came from, wherever the router has led since. */
const documentAddress = () => performance.getEntriesByType('navigation')[0]?.name
