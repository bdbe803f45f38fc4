import type { DataRouter } from 'react-router'
import {
  archiveFile,
  archivePath,
  articleFile,
  categoriesPath,
  daysFile,
  homeFile,
  homePath,
  listFile,
  onThisDayPath,
  parseListPath,
  treeFile,
  withBase,
} from '../../shared/addresses.ts'
import { site } from '../data/site.ts'
import { currentLanguage, inLanguage } from '../i18n/language.ts'
import { packsCache, savedCache } from './own-caches.ts'

const NOTE_ID = 'not-offline'

/**
 * Marks the links to articles, lists and pages that cannot be read without a network.
 *
 * @returns takes the marks away
 */
export function linkMarker(router: DataRouter): () => void {
  const note = makeNote()
  let kept: Set<string> | null = null
  // Without a network packs stay as they are, and may be of thousands.
  const inPacks = pathsIn([packsCache])
  const mark = () => {
    if (!kept) return
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]'))
      setMark(link, link.origin === location.origin && !isReadable(link.pathname, kept))
  }
  const look = async () => {
    kept = await Promise.all([inPacks, pathsIn([savedCache, 'pages', 'data'])]).then(
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

/** The paths of what lies on the device. */
async function pathsIn(names: string[]): Promise<Set<string>> {
  const paths = new Set<string>()
  for (const name of names) {
    if (!(await caches.has(name))) continue
    for (const { url } of await (await caches.open(name)).keys()) {
      const { origin, pathname } = new URL(url)
      if (origin === location.origin) paths.add(pathname)
    }
  }
  return paths
}

/** What is shown already is: a link may lead to another place in it. */
function isReadable(path: string, kept: Set<string>): boolean {
  if (path === location.pathname || kept.has(path)) return true
  const file = path.startsWith(site.base) ? fileOf(path.slice(site.base.length - 1)) : null
  return file === null || kept.has(withBase(site.base, file))
}

const files: Record<string, string> = {
  [homePath]: homeFile,
  [categoriesPath]: treeFile,
  [archivePath]: archiveFile,
  [onThisDayPath]: daysFile,
}

/** The data file that a page needs; null for pages that need none. */
export function fileOf(path: string): string | null {
  const [, id] = /^\/a\/([0-9a-f]{16})\/$/.exec(path) ?? []
  if (id) return articleFile(id)
  if (Object.hasOwn(files, path)) return files[path]!
  if (!/^\/(?:c|author|archive)\//.test(path)) return null
  const { list, page } = parseListPath(path)
  return listFile(list, page)
}
