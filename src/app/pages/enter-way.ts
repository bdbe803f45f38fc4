import { readingPlace, scrollToPlace } from '../history/reading-place.ts'
import type { Say } from '../i18n/language.ts'
import { subscribeSettings } from '../settings/setting-store.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { goToBeginning, takeWay, type Way } from '../ui/way.ts'
import { Columns } from './columns.ts'
import { listenToHands, listenToKeys, type Moves } from './hands-and-keys.ts'
import { Pager } from './pager.ts'
import { Pages } from './pages.ts'
import css from './way.css?inline'

interface Wish {
  body: HTMLElement
  isPaged: boolean
  isVertical: boolean
  say: Say
}

/** So much stays in sight when a reader of columns goes on by a window. */
const OVERLAP = 0.1
/** An arrow key goes on by so much. In CSS pixels. */
const LITTLE = 120

/**
 * Puts an article into a box of the window's size, in which its text goes on by pages, or by columns from right to left.
 *
 * @returns takes it out again
 */
export function enterWay({ body, isPaged, isVertical, say }: Wish): () => void {
  adoptStyles(css)
  const root = document.documentElement
  const box = body.closest<HTMLElement>('.narrow')!
  const leaving = new AbortController()
  const { signal } = leaving
  root.dataset.way = isPaged ? 'paged' : 'columns'
  if (isVertical) root.dataset.vertical = ''
  box.dataset.box = ''
  scrollTo({ top: 0, behavior: 'instant' })
  const measure = () =>
    box.style.setProperty('--head', `${document.querySelector('.site-header')?.clientHeight ?? 0}px`)
  measure()

  let isRestoring = false
  /** Wherever the reader is taken, that is their place at once: a picture that comes just then does not take them back. */
  const onGo = () => {
    if (!isRestoring) notePlace()
  }
  const pages = isPaged ? new Pages(box, isVertical, onGo) : null
  const columns = new Columns(box, onGo)
  const chosen: Way = pages ?? columns
  takeWay(chosen)

  let place = readingPlace(body).place
  /** While the text is laid out anew, where the box stands says nothing of the reader. */
  let isStale = false
  let settledAt = ''
  const position = () => `${box.scrollLeft} ${box.scrollTop}`
  const notePlace = () => {
    place = readingPlace(body).place
    settledAt = ''
  }
  const moves: Moves = {
    toBeginning: goToBeginning,
    ...(pages
      ? {
          on: () => pages.turn(1),
          back: () => pages.turn(-1),
          toEnd: () => pages.goTo(Number.POSITIVE_INFINITY),
        }
      : {
          on: isLittle => columns.goBy(isLittle ? LITTLE : columns.length() * (1 - OVERLAP)),
          back: isLittle => columns.goBy(isLittle ? -LITTLE : columns.length() * (OVERLAP - 1)),
          toEnd: () => columns.goBy(box.scrollWidth),
        }),
  }
  listenToKeys(moves, isVertical, signal)
  listenToHands({ box, moves, isVertical, isPaged, signal })
  const pager = pages && new Pager(box, pages, moves, isVertical, say)
  box.addEventListener(
    'scroll',
    () => {
      if (isStale) return
      pages?.align()
      if (position() !== settledAt) notePlace()
      settledAt = ''
      pager?.update()
      // What follows the reader listens to the window.
      dispatchEvent(new Event('scroll'))
    },
    { signal, passive: true },
  )
  if (pages) box.addEventListener('focusin', ({ target }) => pages.show(target as Element), { signal })

  // Another size of window or text, or a picture that came: the reader stays where they were.
  let frame = 0
  const keepPlace = () => {
    isStale = true
    frame ||= requestAnimationFrame(() => {
      frame = 0
      isStale = false
      measure()
      if (chosen.moved() > 0) {
        isRestoring = true
        scrollToPlace(body, place)
        isRestoring = false
        settledAt = position()
      }
      pager?.update()
      dispatchEvent(new Event('scroll'))
    })
  }
  addEventListener('resize', keepPlace, { signal })
  const sizes = new ResizeObserver(keepPlace)
  for (const element of [box, body]) sizes.observe(element)
  for (const type of ['load', 'toggle']) box.addEventListener(type, keepPlace, { signal, capture: true })
  const unsubscribe = subscribeSettings(keepPlace)

  return () => {
    leaving.abort()
    cancelAnimationFrame(frame)
    sizes.disconnect()
    unsubscribe()
    pager?.remove()
    takeWay(null)
    delete root.dataset.way
    delete root.dataset.vertical
    delete root.dataset.bar
    delete box.dataset.box
    box.style.removeProperty('--head')
    box.scrollTo({ left: 0, top: 0, behavior: 'instant' })
  }
}
