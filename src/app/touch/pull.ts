import type { DataRouter } from 'react-router'
import { currentLanguage, inLanguage } from '../i18n/language.ts'
import { latestShown } from '../keys/here.ts'
import { getSetting } from '../settings/settings.ts'
import { directionOf, type Point, resisted } from './gesture.ts'
import { lookForNew } from './look-for-new.ts'
import { followFinger } from './touches.ts'

/** A pull counts after so much, in CSS pixels. */
const ENOUGH = 96
/** How far what is shown of it follows. */
const ROOM = 72

const words = {
  pull: { zh: '↓ 下拉看有没有新文章', en: '↓ Pull to look for new articles' },
  ready: { zh: '↑ 松开就去看', en: '↑ Let go to look' },
  looking: { zh: '正在看有没有新文章…', en: 'Looking for new articles…' },
}

/** A pull at the top of a list looks for new articles, where the browser does not take pulls for itself. */
export function listenToPulls(router: DataRouter): void {
  if (!CSS.supports('overscroll-behavior-y', 'contain')) return
  const isWanted = () => getSetting('gestures') === 'on' && latestShown(router) !== null
  const follow = () => document.documentElement.toggleAttribute('data-pulls', isWanted())
  follow()
  router.subscribe(follow)
  followFinger(start => (scrollY <= 0 && isWanted() ? new Pull(router, start) : null))
}

class Pull {
  readonly #router: DataRouter
  readonly #start: Point
  #sign: HTMLElement | null = null
  #distance = 0

  constructor(router: DataRouter, start: Point) {
    this.#router = router
    this.#start = start
  }

  move(point: Point): boolean {
    if (!this.#sign) {
      const direction = directionOf(this.#start, point)
      if (direction === null) return true
      if (direction !== 'down' || scrollY > 0) return false
      this.#sign = document.body.appendChild(document.createElement('div'))
      this.#sign.className = 'pull-sign'
      this.#sign.ariaHidden = 'true'
    }
    this.#distance = point.y - this.#start.y
    if (this.#distance <= 0) return false
    this.#show(this.#distance >= ENOUGH ? 'ready' : 'pull')
    this.#sign.style.translate = `-50% ${resisted(this.#distance, ROOM)}px`
    return true
  }

  end(): void {
    if (!this.#sign || this.#distance < ENOUGH) this.cancel()
    else {
      this.#show('looking')
      void lookForNew(this.#router).finally(() => this.cancel())
    }
  }

  cancel(): void {
    this.#sign?.remove()
    this.#sign = null
  }

  #show(state: keyof typeof words): void {
    this.#sign!.dataset.state = state
    this.#sign!.textContent = inLanguage(currentLanguage(), words[state])
  }
}
