import { site } from '../data/site.ts'

/** How long an entry is waited for that comes as the list goes on, in frames. */
const PATIENCE = 180

/** The article that the reader was at last in a list, or read last. */
let lastId = ''
let isWaiting = false

export function rememberArticle(id: string): void {
  lastId = id
}

/** The article that a link leads to, or undefined. */
function idOf({ pathname }: HTMLAnchorElement): string | undefined {
  return pathname.startsWith(site.base)
    ? /^a\/([0-9a-f]{16})\/?$/.exec(pathname.slice(site.base.length))?.[1]
    : undefined
}

/** Each entry of the page's lists by its link: the first in its row that leads to an article. */
export function entries(): HTMLAnchorElement[] {
  const rows = new Set<Element>()
  return [...document.querySelectorAll<HTMLAnchorElement>('main li a')].filter(link => {
    const row = rowOf(link)
    if (!idOf(link) || rows.has(row) || link.getClientRects().length === 0) return false
    rows.add(row)
    return true
  })
}

const rowOf = (link: Element): HTMLElement => link.closest('li')!

/** The article of an entry. */
export const articleIdOf = (entry: HTMLAnchorElement): string => idOf(entry)!

/** The entry that the reader is at: the one with focus, or the last one, as long as it is in sight. */
export function currentEntry(all = entries()): HTMLAnchorElement | null {
  const row = document.activeElement?.closest('main li')
  const current = all.find(link => rowOf(link) === row) ?? all.find(link => idOf(link) === lastId)
  return current && isInSight(current) ? current : null
}

function isInSight(entry: HTMLAnchorElement): boolean {
  const { top, bottom } = rowOf(entry).getBoundingClientRect()
  return bottom > headerBottom() && top < innerHeight
}

/** What stands over the top of the window ends here. */
const headerBottom = () =>
  Math.max(0, document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0)

/** Goes to the entry after or before the one that the reader is at; without one, to the first or last in sight. */
export async function moveBy(step: 1 | -1): Promise<void> {
  if (isWaiting) return
  const all = entries()
  const current = currentEntry(all)
  if (!current) return goTo(nearestInSight(all, step))
  const { index } = rowOf(current).dataset
  if (index === undefined) return goTo(all[all.indexOf(current) + step])
  // Of a long list only a part is in the page.
  const next = Number(index) + step
  if (next < 0 || next >= Number(rowOf(current).ariaSetSize ?? Number.POSITIVE_INFINITY))
    return goTo(all[all.indexOf(current) + step])
  isWaiting = true
  goTo(await comingEntry(rowOf(current), next, step))
  isWaiting = false
}

function nearestInSight(all: HTMLAnchorElement[], step: 1 | -1): HTMLAnchorElement | undefined {
  return step > 0
    ? (all.find(link => rowOf(link).getBoundingClientRect().top >= headerBottom()) ?? all.at(-1))
    : (all.findLast(link => rowOf(link).getBoundingClientRect().bottom <= innerHeight) ?? all[0])
}

/** An entry of a long list by its number, which comes into the page as the list is scrolled. */
async function comingEntry(from: HTMLElement, index: number, step: 1 | -1) {
  const list = from.parentElement!
  for (let frame = 0; frame < PATIENCE && list.isConnected; frame++) {
    const row = list.querySelector(`[data-index="${index}"]`)
    const link = row && entries().find(link => rowOf(link) === row)
    if (link) return link
    if (!row && frame === 0) scrollBy({ top: step * from.offsetHeight, behavior: 'instant' })
    await new Promise(requestAnimationFrame)
  }
  return undefined
}

/** Gives an entry the focus and shows it, with a little of its neighbours. */
function goTo(entry: HTMLAnchorElement | undefined): void {
  if (!entry) return
  rememberArticle(articleIdOf(entry))
  entry.focus({ preventScroll: true })
  const { top, bottom } = rowOf(entry).getBoundingClientRect()
  const head = headerBottom() + ROOM
  const foot = innerHeight - ROOM
  const distance = top < head || bottom - top > foot - head ? top - head : Math.max(0, bottom - foot)
  scrollBy({ top: distance, behavior: 'instant' })
}

/** Between an entry and the edge of the window. In CSS pixels. */
const ROOM = 56

/** Leaves the entry that the reader is at. */
export function leaveEntry(): void {
  const current = currentEntry()
  if (!current) return
  if (rowOf(current).contains(document.activeElement)) (document.activeElement as HTMLElement).blur()
  lastId = ''
}
