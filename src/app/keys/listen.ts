import type { DataRouter } from 'react-router'
import { articlePath } from '../../shared/addresses.ts'
import { openPalette } from '../palette/open-later.ts'
import { getSetting } from '../settings/settings.ts'
import { isBoxed, way } from '../ui/way.ts'
import type { Command, Here } from './command.ts'
import { commands } from './commands.ts'
import { leaveEntry } from './entries.ts'
import { lookAround, openArticle } from './here.ts'
import { characterOf, FIRST_OF_TWO, keysOf } from './key.ts'
import { ownKeys } from './own-keys.ts'
import { isPaletteKey } from './palette-key.ts'

/** What takes every character itself. */
const FIELD = 'input, textarea, select, [contenteditable]:not([contenteditable=false])'
/** What has keys of its own while it is open, wherever the focus is, */
const OPEN = 'dialog[open], .pswp'
/** or while the focus is in it. */
const OWN = '[role=dialog], [role=menu], [role=listbox], [role=tree], [role=grid], video, audio'

/** How long the second of two keys is waited for. */
const SECOND_KEY_MS = 2000

/** Does what the reader's keys say. */
export function listenToKeys(router: DataRouter): void {
  let isSecond = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = (command: Command | undefined, event: KeyboardEvent) => {
    if (!command) return
    event.preventDefault()
    const here = lookAround(router)
    if (event.repeat && !mayRepeat(command, here)) return
    if (!command.isFor || command.isFor(here)) command.run(here)
  }
  addEventListener('keydown', event => {
    if (event.defaultPrevented) return
    if (isPaletteKey(event)) {
      event.preventDefault()
      if (!event.repeat) openPalette()
    } else if (event.key === 'Escape') leave(event)
    else if (isFree(event)) {
      const character = characterOf(event)
      if (character === null) return
      clearTimeout(timer)
      if (character === FIRST_OF_TWO && !isSecond) {
        isSecond = true
        timer = setTimeout(() => (isSecond = false), SECOND_KEY_MS)
        return
      }
      run(commandOf(isSecond ? `${FIRST_OF_TWO} ${character}` : character), event)
      isSecond = false
    }
  })
  // Before what turns pages, which takes the key even where there is no further page.
  addEventListener('keydown', event => isSpace(event) && isFree(event) && goOnAtEnd(router, event), {
    capture: true,
  })
}

const mayRepeat = ({ repeats }: Command, { article }: Here): boolean =>
  repeats === 'anywhere' || (repeats === 'in lists' && article === null)

const commandOf = (keys: string): Command | undefined =>
  commands.find(command => keysOf(command, ownKeys()) === keys)

/** Whether a key is nobody's: no field's, no dialog's, and not unwanted altogether. */
function isFree({ target }: KeyboardEvent): boolean {
  if (getSetting('shortcuts') === 'off' || document.querySelector(OPEN)) return false
  return !(target instanceof Element) || !target.closest(`${FIELD}, ${OWN}`)
}

/** Leaves the entry of a list or an empty field; what is open closes itself. */
function leave({ target }: KeyboardEvent): void {
  if (document.querySelector(`${OPEN}, [role=dialog]`)) return
  if (target instanceof HTMLInputElement && target.type === 'search' && !target.value) target.blur()
  else leaveEntry()
}

const isSpace = (event: KeyboardEvent) =>
  event.key === ' ' && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat

/** Space goes on by a window as in every browser, and from the end of an article to the next one. */
function goOnAtEnd(router: DataRouter, event: KeyboardEvent): void {
  const next = openArticle(router)?.older
  const isOnControl =
    event.target instanceof Element && event.target.closest('button, summary, .strip, pre, .table-box')
  if (!next || isOnControl || !isAtEnd()) return
  event.preventDefault()
  void router.navigate(articlePath(next.id))
}

function isAtEnd(): boolean {
  if (!isBoxed()) return scrollY + innerHeight >= document.documentElement.scrollHeight - 2
  const last = document.querySelector('.neighbours') ?? document.querySelector('main article')
  return !!last && way().stretchOf(last).end <= way().length() + 1
}
