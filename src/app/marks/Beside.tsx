import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { blockOf, focusBlock } from './mark-place.ts'

interface BesideProps {
  range: Range
  role: 'toolbar' | 'dialog'
  label: string
  close: () => void
  children: ReactNode
}

/** Where fingers select, the system puts a menu of its own beside the text: ours goes to the window's foot. */
const AT_FOOT = '(pointer: coarse), (max-width: 44rem)'

/** From the text, in CSS pixels. */
const GAP = 10
/** The header. */
const TOP = 64

/** Something small that belongs to a passage. Tab leads into it, Escape or a press elsewhere closes it. */
export function Beside({ range, role, label, close, children }: BesideProps) {
  const box = useRef<HTMLDivElement>(null)
  usePosition(box, range)
  const latestClose = useRef(close)
  useEffect(() => {
    latestClose.current = close
  })

  useEffect(() => {
    const element = box.current!
    const closing = new AbortController()
    const { signal } = closing
    addEventListener(
      'keydown',
      event => {
        if (event.key === 'Escape') latestClose.current()
        if (event.key !== 'Tab' || event.shiftKey || element.contains(document.activeElement)) return
        // The keyboard is at the selected text, which no control is.
        if (!isAtText(document.activeElement)) return
        event.preventDefault()
        element.querySelector<HTMLElement>('button, textarea')?.focus()
      },
      { signal },
    )
    // A press would take the selection away, and with it what the menu is about.
    element.addEventListener(
      'mousedown',
      event => {
        if (!(event.target as Element).closest('form')) event.preventDefault()
      },
      { signal },
    )
    addEventListener(
      'pointerdown',
      ({ target }) => {
        if (!element.contains(target as Node) && !element.querySelector('textarea')) latestClose.current()
      },
      { signal },
    )
    return () => closing.abort()
  }, [])

  useLayoutEffect(() => {
    const element = box.current!
    // Where the keyboard was in it, it goes on at the text.
    return () => {
      const block = element.contains(document.activeElement) ? blockOf(range) : null
      if (block?.isConnected) focusBlock(block)
    }
  }, [range])

  return (
    <div ref={box} className="mark-menu" {...{ role, 'aria-label': label }}>
      {children}
    </div>
  )
}

const isAtText = (element: Element | null) =>
  !element || element === document.body || element.matches('main, main h1, [data-article-body] *')

function usePosition(box: React.RefObject<HTMLDivElement | null>, range: Range) {
  useLayoutEffect(() => {
    const element = box.current!
    const foot = matchMedia(AT_FOOT)
    let frame = 0
    const place = () => {
      frame = 0
      element.toggleAttribute('data-at-foot', foot.matches)
      if (foot.matches) placeAtFoot(element)
      else placeNear(element, range.getBoundingClientRect())
    }
    const placeSoon = () => {
      frame ||= requestAnimationFrame(place)
    }
    place()
    const moving = new AbortController()
    const { signal } = moving
    // Whatever scrolls: the window, a page of an article, a wide table.
    addEventListener('scroll', placeSoon, { passive: true, capture: true, signal })
    addEventListener('resize', placeSoon, { signal })
    visualViewport?.addEventListener('resize', placeSoon, { signal })
    visualViewport?.addEventListener('scroll', placeSoon, { signal })
    const sizes = new ResizeObserver(placeSoon)
    sizes.observe(element)
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      moving.abort()
    }
  }, [box, range])
}

/** The window's foot, or what a keyboard on screen leaves of it. */
function placeAtFoot(element: HTMLElement) {
  const { offsetTop, height } = visualViewport ?? { offsetTop: 0, height: innerHeight }
  element.style.translate = 'none'
  element.style.bottom = `${Math.max(0, Math.round(innerHeight - offsetTop - height))}px`
}

/** Above the passage, below it where there is no room, at the edge where there is neither. */
function placeNear(element: HTMLElement, { top, bottom, left, width }: DOMRect) {
  const { offsetWidth, offsetHeight } = element
  const above = top - GAP - offsetHeight
  const below = bottom + GAP
  const lowest = innerHeight - offsetHeight - GAP
  const y = above >= TOP ? above : below
  const x = left + width / 2 - offsetWidth / 2
  const rightmost = document.body.getBoundingClientRect().right - offsetWidth - GAP
  element.style.bottom = 'auto'
  element.style.translate = `${clamp(x, GAP, rightmost)}px ${clamp(y, TOP, lowest)}px`
}

const clamp = (value: number, least: number, most: number) =>
  Math.round(Math.max(least, Math.min(value, most)))
