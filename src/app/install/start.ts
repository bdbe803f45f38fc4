import type { DataRouter } from 'react-router'
import { followLaunches } from './launches.ts'
import { offerToInstall } from './offer.ts'

/** What the app does as an app of the device. */
export function startInstall(router: DataRouter): void {
  followLaunches(router)
  offerToInstall(router)
}
