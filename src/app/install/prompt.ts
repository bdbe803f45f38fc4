import { useSyncExternalStore } from 'react'

/** What Chromium offers once a site can be installed: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

/** `start-document.ts` keeps it: it may come before everything else. */
const keptPrompt = () => (globalThis.installPrompt as InstallPrompt | null | undefined) ?? null

/** Whether the browser would install the app if it were asked to now. */
export const canInstall = (): boolean => keptPrompt() !== null

/** The same, shown in a page. */
export const useCanInstall = (): boolean => useSyncExternalStore(subscribe, canInstall, () => false)

/** Has the browser ask the reader. It does so once for each prompt. */
export async function install(): Promise<void> {
  const prompt = keptPrompt()
  forget()
  await prompt?.prompt()
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
const forget = () => {
  globalThis.installPrompt = null
  tell()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('beforeinstallprompt', tell)
    addEventListener('appinstalled', forget)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('beforeinstallprompt', tell)
    removeEventListener('appinstalled', forget)
  }
}
