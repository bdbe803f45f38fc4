import { siteName } from '../storage/site-name.ts'
import { asMark, hasNote, type Mark } from './mark.ts'

/** Each has a place of its own: tabs that write at once do not write over each other. */
const KEY = `${siteName}.draft.`

/** A note that is not finished. */
export interface Draft {
  /** As it would be kept now. */
  mark: Mark
  /** The note that it is written upon. */
  upon: string
}

/** Keeps a note while it is written, so that a page that goes away takes nothing along. */
export function keepDraft({ mark, upon }: Draft): void {
  try {
    localStorage.setItem(KEY + mark.id, JSON.stringify({ ...mark, updatedAt: Date.now(), upon }))
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
    if (!own || !draft || (draft.mark.note === own.note && draft.mark.colour === own.colour))
      localStorage.removeItem(KEY + markId)
  } catch {
    // Then none was kept.
  }
}

/** The note of a mark as it was being written, if it is not finished. */
export const draftOf = (markId: string): Draft | null => read(KEY + markId)

/** The note of an article that was written last and is not finished. */
export function draftIn(articleId: string): Draft | null {
  const drafts = keys()
    .map(read)
    .filter(draft => draft !== null)
    .filter(({ mark }) => mark.articleId === articleId && hasNote(mark))
  return drafts.sort((a, b) => b.mark.updatedAt - a.mark.updatedAt)[0] ?? null
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(KEY))
  } catch {
    return [] // storage is refused
  }
}

function read(key: string): Draft | null {
  try {
    const { upon, ...record } = JSON.parse(localStorage.getItem(key) ?? '{}')
    const mark = asMark(record)
    return mark && { mark, upon: typeof upon === 'string' ? upon : '' }
  } catch {
    return null
  }
}
