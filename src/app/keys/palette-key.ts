const isApple = !import.meta.env.SSR && /Mac|iP(hone|ad|od)/.test(navigator.platform)

export const paletteKeys = isApple ? '⌘ K' : 'Ctrl K'

/** Whether this is Ctrl K, or ⌘ K where that is the custom. */
export const isPaletteKey = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === 'k' &&
  (isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  !event.isComposing
