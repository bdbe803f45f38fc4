import type { NavigateFunction } from 'react-router'
import type { Say } from '../i18n/language.ts'
import { offerLightbox } from '../lightbox/offer-lightbox.ts'
import { followWay } from '../pages/follow-way.ts'
import { followScript } from '../script/follow-script.ts'
import { distanceFrom, holdAtLine } from '../ui/hold-at.ts'
import { isBoxed } from '../ui/way.ts'
import { hasId } from './body-parts.ts'
import type { BodyPart } from './cut-body.ts'
import { holdPictures } from './hold-pictures.ts'
import { noteOf, targetOf } from './notes.ts'
import { offerPlayers } from './offer-players.ts'
import { offerScrolling } from './scroll-boxes.ts'
import { hideNote, isNoteOpen, showNote } from './show-note.ts'
import { showParts } from './show-parts.ts'
import { watchPictures } from './watch-pictures.ts'

interface Life {
  body: HTMLElement
  parts: BodyPart[]
  /** Puts the HTML of a part into its element. */
  fill: (element: Element, html: string) => void
  say: Say
  navigate: NavigateFunction
  signal: AbortSignal
}

/**
 * What a body can do beyond being read: pictures that are missing say so and others open large, players come when
 * asked, notes open at their marks, other jumps go through the router, and a long one becomes whole.
 */
export async function enlivenBody({ body, parts, fill, say, navigate, signal }: Life): Promise<void> {
  body.addEventListener(
    'click',
    event => {
      const link = jumpOf(event)
      if (!link) return
      const index = parts.findIndex(part => hasId(part, link.hash))
      const target = body.children[index]
      if (parts.length > 1 && target && !target.firstChild) fill(target, parts[index]!.html)
      event.preventDefault()
      const follow = () => {
        // Not before the router has noted where the reader was.
        void Promise.resolve(navigate({ hash: link.hash })).then(() => {
          if ((parts.length > 1 || isBoxed()) && !signal.aborted) holdAtTarget(link.hash)
        })
      }
      const isSecondPress = isNoteOpen(link)
      hideNote()
      const note = isSecondPress ? null : noteOf(link, body)
      if (note) showNote(link, note, say, follow, signal)
      // Through the router, so that Back returns to where the reader was.
      else follow()
    },
    { signal },
  )
  followScript(body, signal)
  followWay(body, say, signal)
  if (parts.length > 1) await showParts(body, parts, fill, signal)
  if (signal.aborted) return
  holdPictures(body, say, signal)
  offerLightbox(body, say, signal)
  offerScrolling(body, say, signal)
  const stops = [watchPictures(body, say), offerPlayers(body, say)]
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop()
  })
}

/** Below the header: `scroll-margin-top` in base.css. */
const TARGET_LINE = 80

function holdAtTarget(hash: string): void {
  const target = targetOf(hash)
  // The reader may have gone back, or on, already.
  const isWanted = () => target?.isConnected && location.hash === hash
  if (target) holdAtLine(() => (isWanted() ? distanceFrom(TARGET_LINE, target) : 0))
}

/** The link of a press that is to lead elsewhere in the article. */
function jumpOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return null
  return (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
}
