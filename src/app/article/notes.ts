/** A note, and where a jump to it leads. */
export interface Note {
  /** Holds what the note says. */
  content: HTMLElement
  hash: string
}

/** What stands for a note in the text: 1, [2], ③, *, †, 注 4. */
const MARK = /^[[(（【〔]?(注|note|ref\.?)?\s*(\d{1,3}|[a-z]|[ivx]{1,5}|[①-⑳]|[*＊†‡§]{1,3})[\])）】〕]?$/i

export const isNoteMark = (text: string): boolean => MARK.test(text.trim())

/** More than this is a part of the article, not a note. In UTF-16 code units. */
const LONGEST = 1500

const BLOCKS = 'li, dd, p, td, aside, blockquote, div'

/** The note that a link in the text leads to; null for every other jump. */
export function noteOf(link: HTMLAnchorElement, body: Element): Note | null {
  const target = targetOf(link.hash)
  if (!target || !body.contains(target)) return null
  // Notes come after what they are about; what leads upwards leads back.
  const isBelow = (link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const isMark = link.closest('sup') !== null || isNoteMark(link.textContent)
  if (!isBelow || !isMark || target.closest('sup, h2, h3, h4, h5, h6')) return null
  const content = contentOf(target)
  const text = content?.textContent.trim()
  if (!content || !text || text.length > LONGEST || content.querySelector('h2, h3, h4, h5, h6')) return null
  return content.contains(link) ? null : { content, hash: link.hash }
}

function contentOf(target: HTMLElement): HTMLElement | null {
  if (target.tagName === 'DT') return target.nextElementSibling as HTMLElement | null
  const block = target.closest<HTMLElement>(BLOCKS)
  return block?.matches('.article-part, [data-article-body]') ? null : block
}

/** What a note says, as nodes of its own: without names that the page has already, and without its ways back. */
export function copyOf({ content, hash }: Note): DocumentFragment {
  const copy = document.createDocumentFragment()
  copy.append(...content.cloneNode(true).childNodes)
  for (const link of copy.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    if (!leadsBack(link, hash)) continue
    const { parentElement: sup } = link
    link.remove()
    if (sup?.matches('sup') && !sup.textContent.trim()) sup.remove()
  }
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id')
  return copy
}

/** Whether a link leads to a mark of the note: to a link to the note, what is around it or in it. */
function leadsBack(link: HTMLAnchorElement, hash: string): boolean {
  const target = targetOf(link.hash)
  const around = [target?.closest('a'), ...(target?.querySelectorAll('a') ?? [])]
  return around.some(other => other?.hash === hash)
}

/** An address after `#` may be anything that somebody typed. */
export function targetOf(hash: string): HTMLElement | null {
  try {
    return hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null
  } catch {
    return null
  }
}
