import type { Say } from '../i18n/language.ts'
import { altOf } from './alt-of.ts'

const placeholders = new WeakMap<HTMLImageElement, HTMLElement>()

/**
 * Lays a calm note over the room of a picture that cannot be had: what it shows, where it lives, another try, and its
 * own address. It has no size of its own, so nothing on the page moves. A sign within the text shows its words alone.
 */
export function showPlaceholder(
  image: HTMLImageElement,
  say: Say,
  retry: () => void,
  signal: AbortSignal,
): void {
  const shown = placeholders.get(image)
  if (shown) sayMissing(shown, say)
  else cover(image, () => placeholderFor(image, say, retry, signal))
}

/** Lays something over the room of a picture, in place of the picture. `hidePlaceholder` takes it away. */
export function cover(image: HTMLImageElement, make: () => HTMLElement): void {
  const figure = image.closest('figure')
  if (!figure) return
  // Inside a link it could not be pressed by itself.
  const frame = image.closest('figure a') ?? image
  const placeholder = make()
  roomOf(frame, figure).classList.add('is-missing')
  frame.after(placeholder)
  placeholders.set(image, placeholder)
}

export function hidePlaceholder(image: HTMLImageElement): void {
  const placeholder = placeholders.get(image)
  if (!placeholder) return
  placeholders.delete(image)
  const room = placeholder.parentElement!
  const hadFocus = placeholder.contains(document.activeElement)
  placeholder.remove()
  room.classList.remove('is-missing')
  // The picture takes over from the button that brought it.
  if (hadFocus) {
    if (image.tabIndex < 0) image.tabIndex = -1
    image.focus({ preventScroll: true })
  }
  if (room.classList.contains('missing-room')) room.replaceWith(...room.childNodes)
}

/** The figure of a single picture is its room; one of several gets a room of its own. */
function roomOf(frame: Element, figure: HTMLElement): Element {
  if (frame.parentElement === figure && figure.querySelectorAll('img').length === 1) return figure
  const room = document.createElement('div')
  room.className = 'missing-room'
  frame.before(room)
  room.append(frame)
  return room
}

function placeholderFor(
  image: HTMLImageElement,
  say: Say,
  retry: () => void,
  signal: AbortSignal,
): HTMLElement {
  const address = new URL(image.dataset.origin || image.src, document.baseURI)
  const placeholder = document.createElement('div')
  placeholder.className = 'missing-picture'
  const note = document.createElement('div')
  note.append(document.createElement('span'))
  if (altOf(image)) note.append(textOf(altOf(image)))
  if (address.host !== location.host) note.append(textOf(address.host))

  const again = document.createElement('button')
  again.type = 'button'
  again.textContent = say({ zh: '重试', en: 'Retry' })
  again.addEventListener(
    'click',
    () => {
      note.firstElementChild!.textContent = say({ zh: '正在重试…', en: 'Trying again…' })
      retry()
    },
    { signal },
  )
  const original = document.createElement('a')
  original.href = address.href
  original.target = '_blank'
  original.rel = 'noopener noreferrer'
  original.textContent = say({ zh: '打开原图', en: 'Open original' })
  note.append(again, original)
  placeholder.append(note)
  sayMissing(placeholder, say)
  return placeholder
}

function sayMissing(placeholder: HTMLElement, say: Say): void {
  placeholder.querySelector('span')!.textContent = say({
    zh: '图片暂时无法显示',
    en: 'This picture cannot be shown now',
  })
}

export function textOf(text: string): HTMLElement {
  const element = document.createElement('small')
  element.textContent = text
  return element
}
