import { type ComponentType, useEffect, useState } from 'react'
import { tellNotLoaded } from './tell-not-loaded.ts'

/**
 * A component that comes with a script of its own when the reader asks for it, who is told where it cannot be had: the
 * page goes on without it.
 *
 * @param giveUp is called where it cannot be had, so that it can be asked for again
 * @returns null until it is there, and whenever it is not wanted
 */
export function useWanted<Props>(
  isWanted: boolean,
  load: () => Promise<{ default: ComponentType<Props> }>,
  giveUp?: () => void,
) {
  const [Wanted, setWanted] = useState<ComponentType<Props> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is loaded once, whoever asks for it then
  useEffect(() => {
    if (!isWanted || Wanted) return
    let isWaitedFor = true
    load()
      .then(module => setWanted(() => module.default))
      .catch(() => {
        if (!isWaitedFor) return // something else may be open by now
        tellNotLoaded()
        giveUp?.()
      })
    return () => {
      isWaitedFor = false
    }
  }, [isWanted])
  return isWanted ? Wanted : null
}
