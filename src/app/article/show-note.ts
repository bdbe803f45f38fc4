import type { Say } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import css from './note.css?inline'
import { copyOf, type Note } from './notes.ts'

/** From the edges of the window, and from the mark, in CSS pixels. */
const EDGE = 16
const GAP = 8

/** Kept below the header of the site and above the bar of reading tools, in CSS pixels. */
const HEADER = 64
const BAR = 64

let shown: { mark: HTMLElement; hide: () => void } | undefined

/** Whether the note of a mark is open. */
export const isNoteOpen = (mark: HTMLElement): boolean => shown?.mark === mark

export const hideNote = (): void => shown?.hide()

/**
 * Shows what a note says beside its mark in the text. Escape, a press elsewhere and the end of its controls close it,
 * and focus goes back to the mark.
 *
 * @param goThere follows the link as if there were no card
 */
export function showNote(
  mark: HTMLAnchorElement,
  note: Note,
  say: Say,
  goThere: () => void,
  signal: AbortSignal,
): void {
  adoptStyles(css)
  const closing = new AbortController()
  const within = AbortSignal.any([closing.signal, signal])
  const hide = () => {
    closing.abort()
    card.remove()
    mark.removeAttribute('aria-expanded')
    if (shown?.mark === mark) shown = undefined
  }
  const leave = () => {
    hide()
    mark.focus({ preventScroll: true })
  }
  const card = cardOf(mark, note, {
    name: say({ zh: '注释 {sign}', en: 'Note {sign}', sign: mark.textContent.trim() }),
    go: {
      name: say({ zh: '到注释处', en: 'Go to the note' }),
      press: () => {
        hide()
        goThere()
      },
    },
    close: { name: say({ zh: '关闭', en: 'Close' }), press: leave },
  })
  document.body.append(card)
  place(card, mark)
  mark.setAttribute('aria-expanded', 'true')
  shown = { mark, hide }
  card.focus({ preventScroll: true })

  signal.addEventListener('abort', hide, { signal: closing.signal })
  card.addEventListener('keydown', event => {
    if (event.key === 'Escape' || leavesByTab(event, card)) {
      event.preventDefault()
      event.stopPropagation()
      leave()
    }
  })
  const hideElsewhere = ({ target }: Event) => {
    if (!card.contains(target as Node) && !mark.contains(target as Node)) hide()
  }
  addEventListener('pointerdown', hideElsewhere, { signal: within })
  addEventListener('keydown', event => event.key === 'Escape' && leave(), { signal: within })
  // It goes along when the window scrolls, but not when pages turn within it.
  const shownAt = placeOf(mark)
  const hideOnTurn = () => {
    const { x, y } = placeOf(mark)
    if (Math.abs(x - shownAt.x) + Math.abs(y - shownAt.y) > 1) hide()
  }
  addEventListener('scroll', hideOnTurn, { signal: within, capture: true })
  addEventListener('resize', () => place(card, mark), { signal: within })
}

interface Control {
  name: string
  press: () => void
}

function cardOf(
  mark: HTMLElement,
  note: Note,
  { name, go, close }: { name: string; go: Control; close: Control },
): HTMLElement {
  const card = document.createElement('div')
  card.className = 'note-card'
  card.tabIndex = -1
  card.setAttribute('role', 'dialog')
  card.setAttribute('aria-label', name)
  const text = document.createElement('div')
  text.className = 'note-text'
  text.lang = mark.closest<HTMLElement>('[lang]')?.lang ?? ''
  text.append(copyOf(note))
  const controls = document.createElement('div')
  controls.className = 'note-controls'
  controls.append(...[go, close].map(buttonOf))
  card.append(text, controls)
  return card
}

function buttonOf({ name, press }: Control): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = name
  button.addEventListener('click', press)
  return button
}

/** On the whole page, however far the window has scrolled. */
function placeOf(mark: HTMLElement): { x: number; y: number } {
  const { x, y } = mark.getBoundingClientRect()
  return { x: x + scrollX, y: y + scrollY }
}

/** Below the mark where there is room, else above; it scrolls with the text. */
function place(card: HTMLElement, mark: HTMLElement): void {
  const { left, width, top, bottom } = mark.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const above = top - GAP - HEADER
  const below = clientHeight - BAR - bottom - GAP
  const isBelow = below >= Math.min(card.scrollHeight, above)
  card.style.maxHeight = `${Math.max(160, isBelow ? below : above)}px`
  const { offsetWidth, offsetHeight } = card
  const x = Math.min(Math.max(EDGE, left + width / 2 - offsetWidth / 2), clientWidth - offsetWidth - EDGE)
  card.style.left = `${x + scrollX}px`
  card.style.top = `${(isBelow ? bottom + GAP : top - GAP - offsetHeight) + scrollY}px`
}

/** Beyond its last control, or before its first, the text goes on. */
function leavesByTab({ key, shiftKey, target }: KeyboardEvent, card: HTMLElement): boolean {
  if (key !== 'Tab') return false
  const stops = [...card.querySelectorAll('a[href], button')]
  return target === (shiftKey ? stops[0] : stops.at(-1)) || (shiftKey && target === card)
}
