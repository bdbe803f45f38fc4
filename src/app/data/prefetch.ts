import { queryClient } from './query-client.ts'
import { site } from './site.ts'

/** Loads what a page needs, if it is one that can be loaded ahead. */
export type LoadAhead = (address: URL) => Promise<unknown> | undefined

/** Links in view that are followed up each time the reader stops. */
const VISIBLE_BUDGET = 8
/** Articles kept in memory that nobody reads at the moment. */
const KEPT_ARTICLES = 40
/** The reader has stopped, and not just between two turns of the wheel. */
const REST_MS = 250
/** A mouse on its way elsewhere is no hint. */
const HOVER_MS = 60

let isStarted = false

/**
 * Loads pages before they are asked for: on a hint that a link is about to be followed, and the articles of links in
 * view while the reader rests. Whatever a page loads by itself is loaded, into the same memory. Readers who save data
 * are left alone.
 */
export function startPrefetch(load: LoadAhead): void {
  if (isStarted) return
  isStarted = true
  /** One press brings several hints. */
  let last = ''
  const prefetch = async (link: HTMLAnchorElement) => {
    if (link.href === last) return
    last = link.href
    if (link.origin !== location.origin || !link.pathname.startsWith(site.base) || isToSaveData()) return
    await load(new URL(link.href))?.catch(() => undefined) // following the link will say what is wrong
    letGo()
  }
  followHints(prefetch)
  followLinksInView(prefetch)
}

function followHints(prefetch: (link: HTMLAnchorElement) => Promise<void>): void {
  let hover: ReturnType<typeof setTimeout> | undefined
  const onHint = (event: Event) => {
    clearTimeout(hover)
    const link = (event.target as Element).closest?.('a')
    if (!link) return
    if (event.type === 'pointerover') hover = setTimeout(() => void prefetch(link), HOVER_MS)
    else void prefetch(link)
  }
  for (const hint of ['pointerover', 'pointerdown', 'touchstart', 'focusin'])
    addEventListener(hint, onHint, { capture: true, passive: true })
}

function followLinksInView(prefetch: (link: HTMLAnchorElement) => Promise<void>): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What is prefetched for one rest ends with the next. */
  let rest = 0
  const observer = new IntersectionObserver(async entries => {
    observer.disconnect()
    const current = rest
    const inView = entries.filter(entry => entry.isIntersecting).slice(0, VISIBLE_BUDGET)
    for (const { target } of inView) if (current === rest) await prefetch(target as HTMLAnchorElement)
  })
  const look = () => {
    for (const link of document.querySelectorAll('main a[href*="/a/"]')) observer.observe(link)
  }
  const onChange = () => {
    rest++
    clearTimeout(timer)
    timer = setTimeout(look, REST_MS)
  }
  onChange()
  addEventListener('scroll', onChange, { passive: true })
  new MutationObserver(onChange).observe(document.getElementById('main')!, { childList: true, subtree: true })
}

/** Memory does not grow with the links that were seen: what was loaded longest ago goes. */
function letGo(): void {
  const cache = queryClient.getQueryCache()
  const unread = cache.findAll({ queryKey: ['article'], type: 'inactive', fetchStatus: 'idle' })
  unread.sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  for (const query of unread.slice(KEPT_ARTICLES)) cache.remove(query)
}

/** By the browser's own switch, on a line too slow to spare any of it, or without one. */
function isToSaveData(): boolean {
  const { connection, onLine } = navigator as Navigator & {
    connection?: { saveData?: boolean; effectiveType?: string }
  }
  return (
    !onLine ||
    connection?.saveData === true ||
    /2g/.test(connection?.effectiveType ?? '') ||
    matchMedia('(prefers-reduced-data: reduce)').matches
  )
}
