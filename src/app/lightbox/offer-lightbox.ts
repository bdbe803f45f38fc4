import { altOf, nameUnnamed } from '../article/alt-of.ts'
import type { Say } from '../i18n/language.ts'
import { forEachInSlices } from '../ui/slices.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'
import { pictureInHistory } from './history-entry.ts'
import { captionOf, isThere, picturesOf } from './pictures.ts'

/** Has the pictures of an article open large when they are pressed. What shows them comes with the first press. */
export function offerLightbox(body: HTMLElement, say: Say, signal: AbortSignal): void {
  const open = async (pictures: HTMLImageElement[], index: number) => {
    try {
      const { openLightbox } = await import('./open-lightbox.ts')
      if (!signal.aborted) openLightbox(pictures, index, say, signal)
    } catch {
      tellNotLoaded()
    }
  }
  const openPressed = (event: Event) => {
    const pictures = picturesOf(body).filter(isThere)
    const index = pictures.indexOf(event.target as HTMLImageElement)
    if (index < 0 || event.defaultPrevented) return
    event.preventDefault()
    void open(pictures, index)
  }
  // Forward, or a page that is loaded again, has it open as it was.
  const openFromHistory = () => {
    const index = pictureInHistory()
    const pictures = picturesOf(body).filter(isThere)
    if (index !== undefined && pictures[index]) void open(pictures, index)
  }

  void forEachInSlices(picturesOf(body), image => makeButton(image, say), signal)
  body.addEventListener('click', openPressed, { signal })
  body.addEventListener('keydown', event => isPress(event) && openPressed(event), { signal })
  addEventListener('popstate', openFromHistory, { signal })
  openFromHistory()
}

const isPress = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  (key === 'Enter' || key === ' ') && !ctrlKey && !metaKey && !altKey

function makeButton(image: HTMLImageElement, say: Say): void {
  const name = altOf(image) || captionOf(image)?.textContent.trim()
  image.tabIndex = 0
  image.setAttribute('role', 'button')
  image.setAttribute('aria-haspopup', 'dialog')
  const label = name
    ? say({ zh: '查看大图：{name}', en: 'View picture: {name}', name })
    : say({ zh: '查看大图', en: 'View picture' })
  image.setAttribute('aria-label', label)
  nameUnnamed(image, label)
}
