import type { DataRouter } from 'react-router'
import { articlePath } from '../../shared/addresses.ts'
import type { Article, ArticleLink } from '../../shared/article.ts'
import { articleQuery } from '../article/article-query.ts'
import { queryClient } from '../data/query-client.ts'
import { currentLanguage, inLanguage, type Words } from '../i18n/language.ts'
import { openArticle } from '../keys/here.ts'
import { getSetting } from '../settings/settings.ts'
import { directionOf, isAtEdge, isSwipe, type Point, resisted } from './gesture.ts'
import { followFinger, isCalm } from './touches.ts'

/** How far the page follows where there is no article. */
const ROOM = 80
/** The speed of a finger is that of its last moment. */
const MOMENT_MS = 80
const BACK_MS = 200

/** A swipe sideways leads to the next or the previous article of the category. */
export function listenToSwipes(router: DataRouter): void {
  followFinger((start, { target }) => {
    const article = openArticle(router)
    const box = (target as Element).closest<HTMLElement>('main article')
    if (!article || !box || getSetting('gestures') === 'off' || isAtEdge(start.x, innerWidth)) return null
    return new Swipe(router, box, start, article)
  })
}

type Neighbours = Pick<Article, 'newer' | 'older'>

class Swipe {
  readonly #router: DataRouter
  readonly #box: HTMLElement
  readonly #start: Point
  readonly #neighbours: Neighbours
  #hint: HTMLElement | null = null
  #across = 0
  #recent: Point[] = []

  constructor(router: DataRouter, box: HTMLElement, start: Point, neighbours: Neighbours) {
    this.#router = router
    this.#box = box
    this.#start = start
    this.#neighbours = neighbours
  }

  move(point: Point): boolean {
    if (!this.#hint) {
      const direction = directionOf(this.#start, point)
      if (direction === null) return true
      if (direction !== 'sideways') return false
    }
    const across = point.x - this.#start.x
    if (!this.#hint || Math.sign(across) !== Math.sign(this.#across)) this.#turnTo(across)
    this.#across = across
    this.#recent = [...this.#recent.filter(({ at }) => point.at - at < MOMENT_MS), point]
    this.#hint!.toggleAttribute('data-ready', this.#isMeant())
    if (!isCalm()) this.#box.style.translate = `${this.#target ? across : resisted(across, ROOM)}px`
    return true
  }

  end(): void {
    const target = this.#target
    if (!target || !this.#isMeant()) this.cancel()
    else void this.#router.navigate(articlePath(target.id)).finally(() => this.cancel())
  }

  cancel(): void {
    this.#hint?.remove()
    this.#hint = null
    const { translate } = this.#box.style
    if (!translate) return
    this.#box.style.translate = ''
    this.#box.animate([{ translate }, { translate: '0px' }], { duration: BACK_MS, easing: 'ease-out' })
  }

  get #target(): ArticleLink | null {
    return this.#across < 0 ? this.#neighbours.older : this.#neighbours.newer
  }

  #isMeant(): boolean {
    const [first, last] = [this.#recent[0], this.#recent.at(-1)]
    const speed = first && last && last.at > first.at ? (last.x - first.x) / (last.at - first.at) : 0
    return this.#target !== null && isSwipe(this.#across, speed, innerWidth)
  }

  /** The finger goes the one way or the other: the hint says where that leads. */
  #turnTo(across: number): void {
    this.#across = across
    const target = this.#target
    this.#hint?.remove()
    this.#hint = makeHint(across < 0, target)
    document.body.append(this.#hint)
    if (target) void queryClient.prefetchQuery(articleQuery(target.id))
  }
}

function makeHint(isOlder: boolean, target: ArticleLink | null): HTMLElement {
  const say = (words: Words) => inLanguage(currentLanguage(), words)
  const hint = document.createElement('div')
  hint.className = 'swipe-hint'
  hint.dataset.side = isOlder ? 'right' : 'left'
  hint.ariaHidden = 'true'
  const small = hint.appendChild(document.createElement('small'))
  if (!target)
    small.textContent = isOlder
      ? say({ zh: '这是最后一篇', en: 'This is the last one' })
      : say({ zh: '这是最新一篇', en: 'This is the newest' })
  else {
    small.textContent = isOlder
      ? say({ zh: '下一篇 →', en: 'Next →' })
      : say({ zh: '← 上一篇', en: '← Previous' })
    hint.appendChild(document.createElement('span')).textContent = target.title
  }
  return hint
}
