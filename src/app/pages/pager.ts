import type { Say } from '../i18n/language.ts'
import type { Moves } from './hands-and-keys.ts'
import type { Pages } from './pages.ts'

/** The number of the page at the window's foot, between a button for each way. */
export class Pager {
  readonly #pages: Pages
  readonly #say: Say
  readonly #box = document.createElement('nav')
  readonly #number = document.createElement('span')
  readonly #back: HTMLButtonElement
  readonly #on: HTMLButtonElement

  constructor(place: HTMLElement, pages: Pages, moves: Moves, isVertical: boolean, say: Say) {
    this.#pages = pages
    this.#say = say
    this.#box.className = 'page-number'
    this.#box.setAttribute('aria-label', say({ zh: '页码', en: 'Page number' }))
    // The next page of vertical text lies on the left.
    const [left, right] = ['‹', '›'] as const
    this.#back = this.#button(
      isVertical ? right : left,
      say({ zh: '前一页', en: 'Previous page' }),
      moves.back,
    )
    this.#on = this.#button(isVertical ? left : right, say({ zh: '后一页', en: 'Next page' }), moves.on)
    if (isVertical) this.#box.append(this.#on, this.#number, this.#back)
    else this.#box.append(this.#back, this.#number, this.#on)
    place.after(this.#box)
    this.update()
  }

  #button(sign: string, label: string, turn: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sign
    button.setAttribute('aria-label', label)
    button.title = label
    button.addEventListener('click', () => turn())
    return button
  }

  update(): void {
    const { page, count } = this.#pages
    this.#number.textContent = `${page + 1} / ${count}`
    this.#number.ariaLabel = this.#say({
      zh: '第 {page} 页，共 {count} 页',
      en: 'Page {page} of {count}',
      page: page + 1,
      count,
    })
    this.#number.role = 'img'
    this.#back.setAttribute('aria-disabled', String(page === 0))
    this.#on.setAttribute('aria-disabled', String(page === count - 1))
  }

  remove(): void {
    this.#box.remove()
  }
}
