import type { NavigateFunction } from 'react-router'
import type { Say } from '../i18n/language.ts'
import { offerPlayers } from './offer-players.ts'
import { watchPictures } from './watch-pictures.ts'

/** What a body can do beyond being read: pictures that are missing say so, players come when asked, jumps go through the router. */
export function enlivenBody(
  body: HTMLElement,
  say: Say,
  navigate: NavigateFunction,
  signal: AbortSignal,
): void {
  const stops = [watchPictures(body, say), offerPlayers(body, say)]
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop()
  })
  body.addEventListener('click', event => jump(event, navigate), { signal })
}

/** A jump within the article goes through the router, so that Back returns to where the reader was. */
function jump(event: MouseEvent, navigate: NavigateFunction): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void navigate({ hash: link.hash })
}
