import { ChevronLeft, ChevronRight, Download, ExternalLink, X, ZoomIn, ZoomOut } from 'lucide-react'
import type PhotoSwipe from 'photoswipe'
import { type ReactNode, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { Say } from '../i18n/language.ts'
import { captionOf } from './pictures.ts'

interface ControlsProps {
  lightbox: PhotoSwipe
  pictures: HTMLImageElement[]
  say: Say
}

/** What lies over the picture that is open: which it is, what can be done with it, and its caption. */
export function Controls({ lightbox, pictures, say }: ControlsProps) {
  const index = useShown(lightbox, () => lightbox.currIndex)
  const isZoomed = useShown(lightbox, () => isEnlarged(lightbox))
  const canZoom = useShown(lightbox, () => lightbox.currSlide?.isZoomable() ?? false)
  const picture = pictures[index]!
  const count = pictures.length

  return (
    <>
      <div className="lightbox-bar">
        <p role="status">
          {count > 1 && (
            <>
              <span className="visually-hidden">
                {say({
                  zh: '第 {number} 张，共 {count} 张',
                  en: 'Picture {number} of {count}',
                  number: index + 1,
                  count,
                })}
              </span>
              <span aria-hidden="true">{`${index + 1} / ${count}`}</span>
            </>
          )}
        </p>
        <Button
          name={isZoomed ? say({ zh: '缩小', en: 'Zoom out' }) : say({ zh: '放大', en: 'Zoom in' })}
          isDisabled={!canZoom}
          press={() => lightbox.toggleZoom()}
        >
          {isZoomed ? <ZoomOut /> : <ZoomIn />}
        </Button>
        <SaveLink picture={picture} say={say} />
        <Button name={say({ zh: '关闭', en: 'Close' })} press={() => lightbox.close()}>
          <X />
        </Button>
      </div>
      {count > 1 && (
        <div className="lightbox-turns">
          <Button
            name={say({ zh: '上一张', en: 'Previous picture' })}
            isDisabled={index === 0}
            press={() => lightbox.prev()}
          >
            <ChevronLeft />
          </Button>
          <Button
            name={say({ zh: '下一张', en: 'Next picture' })}
            isDisabled={index === count - 1}
            press={() => lightbox.next()}
          >
            <ChevronRight />
          </Button>
        </div>
      )}
      <Caption of={picture} />
    </>
  )
}

interface ButtonProps {
  name: string
  /** Keeps its place and focus, as what it does may come back. */
  isDisabled?: boolean
  press: () => void
  children: ReactNode
}

function Button({ name, isDisabled = false, press, children }: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-disabled={isDisabled}
      onClick={() => isDisabled || press()}
    >
      {children}
    </button>
  )
}

/** A picture of another host opens by itself: the policy of the pages lets no script read it. */
function SaveLink({ picture, say }: { picture: HTMLImageElement; say: Say }) {
  const url = new URL(picture.currentSrc || picture.src)
  const isOurs = url.origin === location.origin || url.protocol === 'data:'
  const name = isOurs
    ? say({ zh: '保存图片', en: 'Save picture' })
    : say({ zh: '打开原图', en: 'Open original' })
  const aim = isOurs ? { download: fileNameOf(url) } : { target: '_blank', rel: 'noopener noreferrer' }
  return (
    <a href={url.href} aria-label={name} title={name} {...aim}>
      {isOurs ? <Download /> : <ExternalLink />}
    </a>
  )
}

/** As the last part of the address says; a browser adds what is missing. */
const fileNameOf = ({ protocol, pathname }: URL): string =>
  protocol === 'data:' ? '' : decodeURIComponent(pathname.split('/').at(-1)!)

function Caption({ of: picture }: { of: HTMLImageElement }) {
  const place = useRef<HTMLDivElement>(null)
  const caption = captionOf(picture)
  useLayoutEffect(() => {
    const copy = caption?.cloneNode(true) as HTMLElement | undefined
    for (const named of copy?.querySelectorAll('[id]') ?? []) named.removeAttribute('id')
    place.current!.replaceChildren(...(copy?.childNodes ?? []))
    place.current!.scrollTop = 0
  }, [caption])
  const lang = picture.closest<HTMLElement>('[lang]')?.lang
  return <div ref={place} className="lightbox-caption" lang={lang} aria-live="polite" />
}

/** What a lightbox shows now. */
function useShown<Value>(lightbox: PhotoSwipe, read: () => Value): Value {
  const subscribe = useCallback(
    (tell: () => void) => {
      const events = ['change', 'zoomPanUpdate', 'loadComplete'] as const
      for (const event of events) lightbox.on(event, tell)
      return () => {
        for (const event of events) lightbox.off(event, tell)
      }
    },
    [lightbox],
  )
  return useSyncExternalStore(subscribe, read)
}

function isEnlarged({ currSlide }: PhotoSwipe): boolean {
  return currSlide !== undefined && currSlide.currZoomLevel > currSlide.zoomLevels.initial * 1.01
}
