/** How this browser puts a site among the apps of the device. */
export type InstallWay = 'share-menu' | 'dock' | 'browser-menu' | 'other-browser' | 'unknown'

/** Browsers within other apps install nothing. */
const WITHIN_APP = /MicroMessenger|Weibo|QQ\/|DingTalk|AlipayClient|FBAN|FBAV|Instagram|Line\//

/** @param touchPoints tell an iPad, which says that it is a Mac */
export function installWayOf(userAgent: string, touchPoints: number): InstallWay {
  if (WITHIN_APP.test(userAgent)) return 'other-browser'
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1))
    return 'share-menu'
  if (/Android/.test(userAgent)) return 'browser-menu'
  if (/Macintosh.*Version\/.*Safari/.test(userAgent)) return 'dock'
  return 'unknown'
}

/** The same for the browser that runs this. */
export const installWay = (): InstallWay => installWayOf(navigator.userAgent, navigator.maxTouchPoints)

/** Safari and what is built on it clear what a site keeps after seven days without a visit, unless it is installed. */
export const forgetsAfterDays = (way: InstallWay): boolean => way === 'share-menu' || way === 'dock'

/** Whether this window is that of an installed app. */
export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone), (display-mode: minimal-ui)').matches ||
  (navigator as { standalone?: boolean }).standalone === true
