import { useState } from 'react'

interface Shown {
  of: string
  limit: number
}

/**
 * How many rows of a list are shown, and what shows more of them. It stays with the entry of the browser's history: Back
 * leads to as many as were left.
 *
 * @param step how many come at a time
 * @param of what the rows are of: with another search or filter it begins anew
 */
export function useLimit(step: number, of: string): [limit: number, showMore: () => void] {
  const [shown, setShown] = useState<Partial<Shown> | undefined>(() => globalThis.history?.state?.shown)
  const isKept = shown?.of === of && Number.isInteger(shown.limit)
  const limit = isKept ? Math.max(step, shown.limit!) : step
  const showMore = () => {
    const more: Shown = { of, limit: limit + step }
    setShown(more)
    try {
      history.replaceState({ ...history.state, shown: more }, '')
    } catch {
      // Browsers refuse when it is done too often.
    }
  }
  return [limit, showMore]
}
