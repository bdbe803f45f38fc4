import type { Words } from '../i18n/language.ts'

/** A short notice at the foot of the window, with at most one thing to do about it. */
export interface Toast {
  words: Words
  action?: { words: Words; run: () => void }
  /** Until it is answered, instead of a few seconds. */
  stays?: boolean
  /** It answers nothing that the reader did: it comes after the one that is shown. */
  waits?: boolean
}

let shown: Toast | null = null
let waiting: Toast | null = null
const listeners = new Set<() => void>()

/**
 * Shows a notice in place of the one before, or after it.
 *
 * @returns takes it away, if it is still the one shown
 */
export function toast(next: Toast): () => void {
  if (next.waits && shown) waiting = next
  else show(next)
  return () => {
    if (waiting === next) waiting = null
    if (shown === next) show(null)
  }
}

function show(next: Toast | null) {
  shown = next ?? waiting
  if (!next) waiting = null
  for (const listener of listeners) listener()
}

export const dismissToast = (): void => show(null)

export const shownToast = (): Toast | null => shown

export function subscribeToast(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
