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
    image.addEventListener('error', () => showPlaceholder(image, say, signal), {
      signal,
    })
    image.addEventListener('load', () => removePlaceholder(image), { signal })
    // It may have failed before the page came alive. A lazy picture that has not begun is not complete.
    if (image.complete && image.naturalWidth === 0 && image.currentSrc) showPlaceholder(image, say, signal)
  }
  return () => {
    watching.abort()
    for (const image of body.querySelectorAll<HTMLImageElement>('figure img')) removePlaceholder(image)
  }
}

function showPlaceholder(image: HTMLImageElement, say: Say, signal: AbortSignal): void {
  removePlaceholder(image)
  const address = new URL(image.dataset.origin || image.src, document.baseURI)

  const text = document.createElement('p')
  text.textContent = say({
    zh: '图片暂时无法显示',
    en: 'This picture cannot be shown now',
  })
  const host = document.createElement('small')
  host.textContent = address.host === location.host ? image.alt : address.host

  const retry = document.createElement('button')
  retry.type = 'button'
  retry.textContent = say({ zh: '重试', en: 'Try again' })
  retry.addEventListener(
    'click',
    () => {
      const { src } = image
      image.loading = 'eager'
      image.src = src
    },
    { signal },
  )
  const original = document.createElement('a')
  original.href = address.href
  original.target = '_blank'
  original.rel = 'noopener noreferrer'
  original.textContent = say({ zh: '打开原图', en: 'Open original' })

  const placeholder = document.createElement('div')
  placeholder.className = 'missing-picture'
  placeholder.append(text, host, retry, original)
  image.closest('figure')!.classList.add('is-missing')
  // Inside a link it could not be pressed by itself.
  const frame = image.closest('figure > a') ?? image
  frame.after(placeholder)
}

function removePlaceholder(image: HTMLImageElement): void {
  const figure = image.closest('figure')
  figure?.classList.remove('is-missing')
  figure?.querySelector('.missing-picture')?.remove()
}
