import { isBoxed } from '../ui/way.ts'
import { readingPlace, scrollToPlace } from './reading-place.ts'

/**
 * Keeps the reader's paragraph at the reading line in a window of another width, until `signal` ends it. Browsers that keep
 * what stands at the top of a phone that is turned take the header for that: it always stands there.
 */
export function stayWhenTurned(body: HTMLElement, signal: AbortSignal): void {
  const { documentElement } = document
  let width = documentElement.clientWidth // unlike `innerWidth`, the same when zoomed with two fingers
  let place = readingPlace(body).place
  const look = () => {
    if (documentElement.clientWidth === width && body.isConnected) place = readingPlace(body).place
  }
  const stay = () => {
    if (documentElement.clientWidth === width) return
    width = documentElement.clientWidth
    const isAtBeginning = place.block === 0 && place.offset === 0
    // What is not the window's to scroll has its own way of staying: see `pages/enter-way.ts`.
    if (!isAtBeginning && !isBoxed()) scrollToPlace(body, place)
  }
  addEventListener('scroll', look, { passive: true, signal })
  addEventListener('resize', stay, { signal })
}
