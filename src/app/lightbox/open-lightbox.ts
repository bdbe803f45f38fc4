import PhotoSwipe, { type SlideData } from 'photoswipe'
import photoSwipeCss from 'photoswipe/photoswipe.css?inline'
import { createElement } from 'react'
import { altOf } from '../article/alt-of.ts'
import { createRoot } from '../dom.ts'
import type { Say } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Controls } from './Controls.tsx'
import { enterPicture } from './history-entry.ts'
import css from './lightbox.css?inline'
import { captionOf } from './pictures.ts'

type Slide = NonNullable<PhotoSwipe['currSlide']>

/** A small picture is shown up to this much larger than it is. */
const MAX_ENLARGED = 2

/** What a picture is taken for until it has come and shown its size. */
const UNKNOWN = { width: 1200, height: 800 }

/** Keys that would scroll the page below. */
const SCROLLING = new Set([' ', 'PageUp', 'PageDown', 'Home', 'End'])

/** Shows a picture over the page, and lets the reader go on to the others. Closing it returns focus to that picture. */
export function openLightbox(
  pictures: HTMLImageElement[],
  index: number,
  say: Say,
  signal: AbortSignal,
): void {
  adoptStyles(photoSwipeCss)
  adoptStyles(css)
  const opener = pictures[index]!
  const lightbox = new PhotoSwipe({
    dataSource: pictures.map(slideOf),
    index,
    bgOpacity: 1,
    loop: false,
    wheelToZoom: true,
    returnFocus: false,
    paddingFn: ({ y: height }, _slide, at) => roomAround(pictures[at]!, height),
    initialZoomLevel: ({ fit, panAreaSize: area, elementSize: size }) =>
      fit < 1 ? fit : Math.min(MAX_ENLARGED, area!.x / size!.x, area!.y / size!.y),
    secondaryZoomLevel: ({ initial }) => Math.max(2 * initial, Math.min(1, 3 * initial)),
    maxZoomLevel: ({ secondary }) => Math.max(2, 2 * secondary),
    errorMsg: say({ zh: '图片暂时无法显示', en: 'This picture cannot be shown now' }),
    ...(isStill() && { showHideAnimationType: 'none', zoomAnimationDuration: 0 }),
  })
  lightbox.on('uiRegister', () => {
    lightbox.ui!.uiElementsData = [] // its own controls are strings of HTML, which Trusted Types refuse
    nameParts(lightbox, say)
  })
  // Out of and into the picture on the page; where that is out of sight it fades.
  lightbox.addFilter('thumbBounds', (_none, _slide, at) => boundsInView(pictures[at]!)!)
  lightbox.on('keydown', ({ originalEvent: event }) => {
    if (SCROLLING.has(event.key) && event.target === lightbox.element) event.preventDefault()
  })
  lightbox.on('slideInit', ({ slide }) => void takeTrueSize(slide))
  lightbox.on('loadComplete', ({ slide }) => {
    if (takeTrueSize(slide)) slide.resize()
  })

  const entry = enterPicture(index, () => closeOnceOpen(lightbox))
  lightbox.on('close', entry.leave)
  const onLeave = () => {
    entry.forget()
    lightbox.options.showHideAnimationType = 'none'
    closeOnceOpen(lightbox)
  }
  signal.addEventListener('abort', onLeave)
  lightbox.on('afterInit', () => {
    // It listens to keys once it is open: what is pressed until then is not the page's either.
    lightbox.element!.focus({ preventScroll: true })
    lightbox.element!.addEventListener('keydown', ({ key }) => key === 'Escape' && closeOnceOpen(lightbox))
    const place = document.createElement('div')
    place.className = 'lightbox-controls pswp__hide-on-close'
    lightbox.element!.append(place)
    const root = createRoot(place)
    root.render(createElement(Controls, { lightbox, pictures, say }))
    lightbox.on('destroy', () => root.unmount())
  })
  lightbox.on('destroy', () => {
    signal.removeEventListener('abort', onLeave)
    if (opener.isConnected) opener.focus({ preventScroll: true })
  })
  lightbox.init()
}

/** While it opens it cannot be closed. */
function closeOnceOpen(lightbox: PhotoSwipe): void {
  if (lightbox.opener.isOpening) lightbox.on('openingAnimationEnd', () => lightbox.close())
  else lightbox.close()
}

function slideOf(image: HTMLImageElement): SlideData {
  const src = image.currentSrc || image.src
  const width = image.naturalWidth || Number(image.getAttribute('width')) || UNKNOWN.width
  const height = image.naturalHeight || Number(image.getAttribute('height')) || UNKNOWN.height
  return { src, msrc: src, width, height, alt: altOf(image) || captionOf(image)?.textContent || '' }
}

/** Whether a slide had another size than its picture, which has come. */
function takeTrueSize(slide: Slide): boolean {
  const { content } = slide
  const { naturalWidth: width = 0, naturalHeight: height = 0 } = (content.element ?? {}) as HTMLImageElement
  if (!width || !height || (width === slide.width && height === slide.height)) return false
  content.width = width
  content.height = height
  slide.width = width
  slide.height = height
  return true
}

/** Where the window is high enough nothing lies over the picture, in CSS pixels. */
function roomAround(picture: HTMLImageElement, height: number) {
  const isHigh = height > 500
  return { top: isHigh ? 60 : 0, bottom: isHigh && captionOf(picture) ? 60 : 0, left: 0, right: 0 }
}

function nameParts({ element, scrollWrap }: PhotoSwipe, say: Say): void {
  const name = say({ zh: '图片', en: 'Pictures' })
  element!.setAttribute('aria-modal', 'true')
  for (const part of [element, scrollWrap]) part!.setAttribute('aria-label', name)
}

const isStill = () =>
  matchMedia('(prefers-reduced-motion: reduce)').matches || document.documentElement.dataset.theme === 'eink'

function boundsInView(image: HTMLImageElement) {
  const { x, y, width: w, right, bottom } = image.getBoundingClientRect()
  const isInView = bottom > 0 && y < innerHeight && right > 0 && x < innerWidth
  return isInView ? { x, y, w } : undefined
}
