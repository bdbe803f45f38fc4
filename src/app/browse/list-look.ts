import { useLayoutEffect, useSyncExternalStore } from 'react'
import { keptChoice, subscribeSettings } from '../settings/setting-store.ts'

/** What the reader chose of a setting; undefined without a choice, and while a prerendered page starts. */
export const useKeptChoice = (name: string): string | undefined =>
  useSyncExternalStore(
    subscribeSettings,
    () => keptChoice(name),
    () => undefined,
  )

/** A layout that the address names holds while it is shown: `start-document.ts` has set it for the first page. */
export function useLayoutOf(search: string): void {
  const kept = useKeptChoice('layout')
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    const show = (layout: string | undefined) => {
      if (layout) dataset.layout = layout
      else delete dataset.layout
    }
    show(new URLSearchParams(search).get('layout') ?? kept)
    return () => show(keptChoice('layout'))
  }, [search, kept])
}
