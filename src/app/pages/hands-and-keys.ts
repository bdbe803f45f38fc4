export interface Moves {
  /** @param isLittle by a little where the way has smaller steps than a window */
  on: (isLittle?: boolean) => void
  back: (isLittle?: boolean) => void
  toBeginning: () => void
  toEnd: () => void
}

/** What has keys of its own. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role=dialog], [role=toolbar]:not(.reading-bar), .strip, video, audio, pre, .table-box'
const ON = /^(ArrowDown|PageDown)$/
const BACK = /^(ArrowUp|PageUp)$/

/** What does something of its own when it is pressed. */
const OWN_PRESS =
  'a, button, input, label, summary, img, video, audio, iframe, .table-box, .panel, .strip, .reading-bar'

const isZoomed = () => (visualViewport?.scale ?? 1) > 1.01
const isSelecting = () => !(getSelection()?.isCollapsed ?? true)

/** Space, arrows and their like go on and back. */
export function listenToKeys(moves: Moves, isVertical: boolean, signal: AbortSignal): void {
  const [onward, backward] = isVertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  addEventListener(
    'keydown',
    event => {
      const { key, shiftKey, target } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (shiftKey && key !== ' ') return // selects
      const element = target as Element
      if (element.closest?.(OWN_KEYS) || (key === ' ' && element.closest?.('button, summary'))) return
      const isLittle = key.startsWith('Arrow')
      if (key === onward || ON.test(key) || (key === ' ' && !shiftKey)) moves.on(isLittle)
      else if (key === backward || BACK.test(key) || key === ' ') moves.back(isLittle)
      else if (key === 'End') moves.toEnd()
      else if (key === 'Home') moves.toBeginning()
      else return
      event.preventDefault()
    },
    { signal },
  )
}

interface Hands {
  box: HTMLElement
  moves: Moves
  isVertical: boolean
  isPaged: boolean
  signal: AbortSignal
}

/** The wheel goes on; on pages taps at the sides and swipes turn them, too. */
export function listenToHands(hands: Hands): void {
  listenToWheel(hands)
  if (!hands.isPaged) return
  listenToTaps(hands)
  listenToSwipes(hands)
}

/** A wheel that goes on turning turns one page in this time. */
const TURN_MS = 250
/** A touchpad tells many small steps. */
const NOTCH = 30

function listenToWheel({ box, moves, isPaged, signal }: Hands): void {
  let turned = 0
  let travelled = 0
  box.addEventListener(
    'wheel',
    event => {
      const { deltaX, deltaY, deltaMode, target } = event
      if (event.ctrlKey || (target as Element).closest('.panel, .strip')) return
      const distance = Math.abs(deltaY) >= Math.abs(deltaX) ? deltaY : isPaged ? deltaX : 0
      if (distance === 0 || scrollsItself(target as Element, box, deltaX, deltaY)) return
      event.preventDefault()
      if (!isPaged)
        return void box.scrollBy({ left: -distance * (deltaMode === 1 ? 20 : 1), behavior: 'instant' })
      if (event.timeStamp - turned < TURN_MS) return
      travelled = Math.sign(travelled) === Math.sign(distance) ? travelled + distance : distance
      if (deltaMode === 0 && Math.abs(travelled) < NOTCH) return
      turned = event.timeStamp
      travelled = 0
      if (distance > 0) moves.on()
      else moves.back()
    },
    { signal, passive: false },
  )
}

/** Whether something below the pointer has room to scroll. */
function scrollsItself(target: Element, box: Element, deltaX: number, deltaY: number): boolean {
  for (let each: Element | null = target; each && each !== box; each = each.parentElement) {
    if (!each.matches('pre, .table-box, textarea')) continue
    const { scrollTop, scrollLeft, scrollHeight, clientHeight, scrollWidth, clientWidth } = each
    const isVertical = Math.abs(deltaY) >= Math.abs(deltaX)
    const [at, room, delta] = isVertical
      ? [scrollTop, scrollHeight - clientHeight, deltaY]
      : [scrollLeft, scrollWidth - clientWidth, deltaX]
    if (delta > 0 ? at < room - 1 : at > 0) return true
  }
  return false
}

function listenToTaps({ box, moves, isVertical, signal }: Hands): void {
  let isTouch = false
  let wasSelecting = false
  const turnBySide = (side: number) => {
    if (side < 0 === isVertical) moves.on()
    else moves.back()
  }
  addEventListener(
    'pointerdown',
    event => {
      isTouch = event.pointerType !== 'mouse'
      wasSelecting = isSelecting() || document.querySelector('.panel, .note-card, .mark-menu') !== null
    },
    { signal, capture: true },
  )
  box.closest('main')!.addEventListener(
    'click',
    event => {
      const target = event.target as Element
      if (event.defaultPrevented || target.closest(OWN_PRESS)) return
      // A press that ends a selection, or closes something, does no more than that.
      if (wasSelecting || isSelecting() || isZoomed()) return
      const { left, right } = box.getBoundingClientRect()
      // A mouse is for words, too: it turns pages beside the text only.
      if (!isTouch && event.clientX >= left && event.clientX <= right) return
      const third = event.clientX / innerWidth
      if (third < 1 / 3) turnBySide(-1)
      else if (third > 2 / 3) turnBySide(1)
      else toggleBar()
    },
    { signal },
  )
}

/** The bar of tools goes, or comes back. */
function toggleBar(): void {
  const { dataset } = document.documentElement
  const bar = document.querySelector('.reading-bar')
  const isShown = bar && bar.getBoundingClientRect().top < innerHeight - 10
  dataset.bar = isShown ? 'hidden' : 'shown'
}

/** In CSS pixels. */
const SWIPE = 40

function listenToSwipes({ box, moves, isVertical, signal }: Hands): void {
  let start: Touch | null = null
  box.addEventListener(
    'touchstart',
    ({ touches, target }) => {
      const isOwn = (target as Element).closest('.panel, .strip, .reading-bar, .table-box, input')
      start = touches.length === 1 && !isOwn && !isZoomed() ? touches[0]! : null
    },
    { signal, passive: true },
  )
  box.addEventListener(
    'touchmove',
    event => {
      // Else the browser may take it for the way back to the page before, or for a wish to load anew.
      if (start && event.cancelable && !isSelecting()) event.preventDefault()
    },
    { signal, passive: false },
  )
  box.addEventListener(
    'touchend',
    ({ changedTouches }) => {
      const end = changedTouches[0]
      if (!start || !end || isSelecting()) return
      const across = end.clientX - start.clientX
      const up = start.clientY - end.clientY
      const distance = Math.abs(across) > Math.abs(up) ? (isVertical ? across : -across) : up
      start = null
      if (distance > SWIPE) moves.on()
      else if (distance < -SWIPE) moves.back()
    },
    { signal, passive: true },
  )
}
