import type { Say } from '../i18n/language.ts'

/**
 * Puts a calm placeholder where a picture of the article cannot be had: its place and caption stay, and it offers
 * another try and the picture's own address.
 *
 * @returns stops watching and removes the placeholders
 */
export function watchPictures(body: HTMLElement, say: Say): () => void {
  const watching = new AbortController()
  for (const image of body.querySelectorAll<HTMLImageElement>('figure img')) {
    const { signal } = watching
    const onError = () => void showPlaceholder(image, say, signal)
    image.addEventListener('error', onError, { signal })
    image.addEventListener('load', () => removePlaceholder(image), { signal })
    // It may have failed before the page came alive. A lazy picture that has not begun is not complete.
    if (image.complete && image.naturalWidth === 0 && image.currentSrc) onError()
  }
  return () => {
    watching.abort()
    for (const image of body.querySelectorAll<HTMLImageElement>('figure img')) removePlaceholder(image)
  }
}

async function showPlaceholder(image: HTMLImageElement, say: Say, signal: AbortSignal): Promise<void> {
  // Few readers ever need one.
  const { placeholderFor } = await import('./placeholder.ts')
  if (signal.aborted) return
  removePlaceholder(image)
  image.closest('figure')?.classList.add('is-missing')
  // Inside a link it could not be pressed by itself.
  const frame = image.closest('figure > a') ?? image
  frame.after(placeholderFor(image, say, signal))
}

function removePlaceholder(image: HTMLImageElement): void {
  const figure = image.closest('figure')
  figure?.classList.remove('is-missing')
  figure?.querySelector('.missing-picture')?.remove()
}
