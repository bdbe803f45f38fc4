import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { PAGE_SIZE } from '../../shared/article.ts'
import { idle } from '../ui/idle.ts'
import type { ListPlace } from './list-place.ts'
import type { ListView, ListWindow, Row } from './list-window.ts'
import type { RowSource } from './row-source.ts'

/** There once a list needed it: the next begins at once. */
let windowModule: typeof import('./list-window.ts') | undefined

interface Beginning {
  /** Whether there is more than what is there at first. */
  isLong: boolean
  placeAtFirst: () => ListPlace | null
}

/**
 * The part of a list that is to be seen: what is there at first, until a window that goes along with the reader takes over.
 *
 * @param list the element of the rows
 * @returns no `view` as long as there is no window
 */
export function useListWindow(
  list: RefObject<HTMLUListElement | null>,
  source: RowSource,
  { isLong, placeAtFirst }: Beginning,
) {
  const [view, setView] = useState<ListView | null>(null)
  const [firstRows] = useState(() => rowsAtFirst(source, placeAtFirst))
  const current = useRef<ListWindow | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every list is one of its own
  useLayoutEffect(() => {
    if (!isLong) return
    const place = placeAtFirst()
    const leaving = new AbortController()
    const begin = (module: typeof import('./list-window.ts'), isCommitting: boolean) => {
      windowModule = module
      current.current = new module.ListWindow(list.current!, source, setView)
      current.current.begin(source.first, place, isCommitting)
    }
    if (windowModule) begin(windowModule, true)
    else
      loadWindow(list.current!, place !== null, leaving.signal).then(
        module => leaving.signal.aborted || begin(module, false),
        () => undefined, // its pages can still be turned
      )
    return () => {
      leaving.abort()
      current.current?.close()
    }
  }, [])

  useLayoutEffect(() => {
    if (view) current.current?.committed()
  }, [view])

  return {
    view,
    rows: view?.rows ?? firstRows,
    jump: (index: number) => current.current?.jumpTo(index),
    grow: () => current.current?.grow(),
  }
}

/** All of the first page, as it was prerendered; where a window takes over at once, no more than a screen of it. */
function rowsAtFirst(source: RowSource, placeAtFirst: () => ListPlace | null): Row[] {
  const { first } = source
  const all = Math.min(PAGE_SIZE, source.total - first)
  const place = windowModule ? placeAtFirst() : null
  const start = place ? Math.max(first, Math.min(source.total - 8, place.index)) : first
  const count = windowModule ? Math.min(8, all) : all
  return Array.from({ length: count }, (_, index) => ({
    index: start + index,
    article: source.article(start + index),
    previous: source.article(start + index - 1),
  }))
}

async function loadWindow(list: HTMLElement, isUrgent: boolean, signal: AbortSignal) {
  if (!isUrgent) await idle()
  const module = await import('./list-window.ts')
  // What comes after the list would move, and the reader may be about to press it.
  while (!isUrgent && !signal.aborted && list.getBoundingClientRect().bottom < innerHeight)
    await new Promise(resolve => addEventListener('scroll', resolve, { once: true, signal }))
  return module
}
