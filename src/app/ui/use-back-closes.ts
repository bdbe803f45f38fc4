import { useEffect } from 'react'

interface CloseWatcher extends EventTarget {
  destroy(): void
}

declare global {
  /** https://html.spec.whatwg.org/multipage/interaction.html#close-request-infrastructure, where the browser has it. */
  var CloseWatcher: (new () => CloseWatcher) | undefined
}

/**
 * Has a phone's Back close what is open, instead of leaving the page. A watcher takes Escape too, which belongs to the
 * fields inside first: where there is a mouse there are keys, and none is set.
 */
export function useBackCloses(close: () => void): void {
  useEffect(() => {
    const { CloseWatcher } = globalThis
    if (!CloseWatcher || !matchMedia('(pointer: coarse)').matches) return
    const watcher = new CloseWatcher()
    watcher.addEventListener('close', close)
    return () => watcher.destroy()
  }, [close])
}
