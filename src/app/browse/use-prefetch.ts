import { useEffect } from 'react'
import { idle } from '../ui/idle.ts'

/** Has pages loaded ahead from here on: on this page and on those that follow. */
export function usePrefetch(): void {
  useEffect(() => {
    idle()
      .then(() => import('./pages-ahead.ts'))
      .catch(() => undefined) // pages come when they are asked for
  }, [])
}
