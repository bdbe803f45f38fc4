import { isLong, readingPlace, scrollToPlace } from '../history/reading-place.ts'
import type { Say } from '../i18n/language.ts'
import { keptChoice, subscribeSettings } from '../settings/setting-store.ts'
import { goToBeginning, way } from '../ui/way.ts'

/** Less is no way from the beginning. In CSS pixels. */
const SLACK = 10

/**
 * Has an article read in pages or vertically if the reader wants that, and follows the choice until `signal`; the reader
 * stays at the same place. It scrolls, horizontally set, until the script for more has come.
 */
export function followWay(body: HTMLElement, say: Say, signal: AbortSignal): void {
  let chosen = 'false false'
  let leave: (() => void) | undefined
  const follow = async () => {
    // A long body is laid out where the reader is, so nobody knows its pages.
    const isPaged = keptChoice('flow') === 'paged' && !isLong(body)
    const isVertical = keptChoice('direction') === 'vertical' && /^(zh|ja|ko)/i.test(langOf(body))
    const choice = `${isPaged} ${isVertical}`
    if (choice === chosen) return
    chosen = choice
    const entering = isPaged || isVertical ? await import('./enter-way.ts').catch(() => null) : null
    if (signal.aborted || choice !== chosen) return
    if (!entering && (isPaged || isVertical)) chosen = '' // the next time may succeed
    const isBegun = way().moved() > SLACK
    const { place } = readingPlace(body)
    leave?.()
    leave = entering?.enterWay({ body, isPaged, isVertical, say })
    if (isBegun) scrollToPlace(body, place)
    else goToBeginning()
    dispatchEvent(new Event('scroll')) // progress is counted otherwise now
  }
  const unsubscribe = subscribeSettings(() => void follow())
  signal.addEventListener('abort', () => {
    unsubscribe()
    leave?.()
  })
  void follow()
}

const langOf = (body: HTMLElement) => body.closest('article')?.lang ?? ''
