import type { DataRouter } from 'react-router'
import { PACKS_CACHE } from '../../shared/packs.ts'
import { SAVED_CACHE } from '../../shared/saved.ts'
import { currentLanguage, inLanguage } from '../i18n/language.ts'

const NOTE_ID = 'not-offline'

/**
 * Marks the links to articles that cannot be read without a network.
 *
 * @returns takes the marks away
 */
export function linkMarker(router: DataRouter): () => void {
  const note = makeNote()
  let readable: Set<string> | null = null
  // Without a network packs stay as they are, and may be of thousands.
  const inPacks = idsIn([PACKS_CACHE])
  const mark = () => {
    if (!readable) return
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href*="/a/"]')) {
      const id = idIn(link.pathname)
      setMark(link, id !== null && !readable.has(id))
    }
  }
  const look = async () => {
    readable = await Promise.all([inPacks, idsIn([SAVED_CACHE, 'pages', 'data'])]).then(
      ([packs, visited]) => new Set([...packs, ...visited]),
      () => null,
    )
    mark()
  }
  void look()
  const observer = new MutationObserver(mark)
  observer.observe(document.getElementById('main')!, { childList: true, subtree: true })
  const unsubscribe = router.subscribe(({ navigation }) => {
    if (navigation.state === 'idle') void look()
  })
  return () => {
    unsubscribe()
    observer.disconnect()
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-unavailable]'))
      setMark(link, false)
    note.remove()
  }
}

function setMark(link: HTMLAnchorElement, isUnavailable: boolean): void {
  if ('unavailable' in link.dataset === isUnavailable) return
  link.toggleAttribute('data-unavailable', isUnavailable)
  if (isUnavailable) link.setAttribute('aria-describedby', NOTE_ID)
  else link.removeAttribute('aria-describedby')
}

function makeNote(): HTMLElement {
  const note = document.createElement('p')
  note.id = NOTE_ID
  note.hidden = true
  note.textContent = inLanguage(currentLanguage(), {
    zh: '没有存到这台设备，要联网才能读',
    en: 'Not on this device: needs the network',
  })
  document.body.append(note)
  return note
}

/** The articles that lie on the device, as pages or as data. */
async function idsIn(names: string[]): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const name of names) {
    if (!(await caches.has(name))) continue
    const requests = await (await caches.open(name)).keys()
    for (const { url } of requests) {
      const id = idIn(new URL(url).pathname)
      if (id) ids.add(id)
    }
  }
  return ids
}

const idIn = (path: string): string | null => /\/a\/([0-9a-f]{16})(?:\/|\.json)/.exec(path)?.[1] ?? null
