import { siteName } from '../storage/site-name.ts'
import { asMark, hasNote, type Mark } from './mark.ts'

/** Each has a place of its own: tabs that write at once do not write over each other. */
const KEY = `${siteName}.draft.`

/** Keeps a note while it is written, so that a page that goes away takes nothing along. @param mark as it would be kept now */
export function keepDraft(mark: Mark): void {
  try {
    localStorage.setItem(KEY + mark.id, JSON.stringify({ ...mark, updatedAt: Date.now() }))
  } catch {
    // It holds until the page is left.
  }
}

/**
 * Lets a draft go: the note is kept, or was not meant.
 *
 * @param own as this tab wrote it: what another tab goes on to write of the same note is not this one's to drop
 */
export function dropDraft(markId: string, own?: Pick<Mark, 'note' | 'colour'>): void {
  try {
    const draft = draftOf(markId)
    if (!own || !draft || (draft.note === own.note && draft.colour === own.colour))
      localStorage.removeItem(KEY + markId)
  } catch {
    // Then none was kept.
  }
}

/** The note of a mark as it was being written, if it is not finished. */
export const draftOf = (markId: string): Mark | null => read(KEY + markId)

/** The note of an article that was written last and is not finished. */
export function draftIn(articleId: string): Mark | null {
  const drafts = keys()
    .map(read)
    .filter(draft => draft !== null)
    .filter(draft => draft.articleId === articleId && hasNote(draft))
  return drafts.sort((a, b) => b.updatedAt - a.updatedAt)[0] ?? null
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(KEY))
  } catch {
    return [] // storage is refused
  }
}

function read(key: string): Mark | null {
  try {
    return asMark(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return null
  }
}
