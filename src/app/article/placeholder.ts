import type { Say } from '../i18n/language.ts'

/** A calm note in place of a picture: where it lives, another try, and its own address. */
export function placeholderFor(image: HTMLImageElement, say: Say, signal: AbortSignal): HTMLElement {
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
  return placeholder
}
