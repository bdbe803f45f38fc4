import { useLayoutEffect, useSyncExternalStore } from 'react'
import { keptChoice, subscribeSettings } from '../settings/setting-store.ts'

/** What the reader chose of a setting; undefined without a choice, and while a prerendered page starts. */
export const useKeptChoice = (name: string): string | undefined =>
  useSyncExternalStore(
    subscribeSettings,
    () => keptChoice(name),
    () => undefined,
  )

/** A layout that the address asks for holds while it is shown: `start-document.ts` has set it for the first page. */
export function useLayoutOf(search: string): void {
  const asked = new URLSearchParams(search).get('layout')
  useLayoutEffect(() => {
    if (!asked) return
    const { dataset } = document.documentElement
    dataset.layout = asked
    return () => {
      const kept = keptChoice('layout')
      if (kept) dataset.layout = kept
      else delete dataset.layout
    }
  }, [asked])
}
