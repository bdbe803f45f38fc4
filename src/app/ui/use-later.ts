import { type ComponentType, useEffect, useState } from 'react'
import { idle } from './idle.ts'

/**
 * A component that comes with a script of its own once the page is at rest: nobody waits for it, and the page goes on
 * without it where it cannot be had.
 *
 * @returns null until it is there, in a build too
 */
export function useLater<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const [Later, setLater] = useState<ComponentType<Props> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is loaded once
  useEffect(() => {
    let isLeft = false
    idle()
      .then(load)
      .then(module => isLeft || setLater(() => module.default))
      .catch(() => undefined)
    return () => {
      isLeft = true
    }
  }, [])
  return Later
}
