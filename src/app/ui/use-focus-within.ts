import { type RefObject, useEffect } from 'react'

/**
 * Takes focus into an element when it opens, and back to where it was when it closes: unless it has gone elsewhere
 * meanwhile, or is within already.
 *
 * @param isQuiet leaves focus where it is
 */
export function useFocusWithin(element: RefObject<HTMLElement | null>, isQuiet = false): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves when it opens and when it closes
  useEffect(() => {
    if (isQuiet) return
    const opener = document.activeElement
    if (!element.current!.contains(opener)) element.current!.focus({ preventScroll: true })
    return () => {
      const { activeElement } = document
      if (opener instanceof HTMLElement && (!activeElement || activeElement === document.body))
        opener.focus({ preventScroll: true })
    }
  }, [])
}
