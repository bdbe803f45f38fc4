import { orSaySo } from '../storage/or-say-so.ts'
import { toast } from '../ui/toast.ts'
import { undo } from '../ui/undo.ts'
import type { Quote } from './anchor.ts'
import { dropDraft } from './drafts.ts'
import type { Colour, Mark } from './mark.ts'
import { addMarks, deleteMarks, updateMark, writeNote } from './marks.ts'

/** A mark that is kept nowhere yet. */
export function newMark(
  article: { id: string; title: string },
  quote: Quote,
  changes: { colour: Colour; note?: string },
): Mark {
  const now = Date.now()
  return {
    ...quote,
    id: crypto.randomUUID?.() ?? `${now}-${Math.random().toString(36).slice(2)}`,
    articleId: article.id,
    title: article.title,
    note: '',
    createdAt: now,
    updatedAt: now,
    ...changes,
  }
}

/** Keeps a new mark. @returns whether it could be */
export const keepMark = (mark: Mark): Promise<boolean> => orSaySo(() => addMarks([mark]))

/** Keeps a note and its mark. @param upon the note that it was written upon @returns whether it could be kept */
export const keepNote = (mark: Mark, upon: string): Promise<boolean> =>
  orSaySo(() => writeNote({ ...mark, updatedAt: Date.now() }, upon))

/** Gives a mark another colour or note, written upon the one it had. @returns whether it could be kept */
export const changeMark = (
  mark: Mark,
  changes: Partial<Pick<Mark, 'colour' | 'note'>>,
  upon?: string,
): Promise<boolean> => orSaySo(() => updateMark(mark.id, { ...changes, updatedAt: Date.now() }, upon))

/** Takes a mark away, which can be undone. */
export async function removeMark(mark: Mark): Promise<boolean> {
  const isGone = await orSaySo(() => deleteMarks([mark]))
  if (!isGone) return false
  dropDraft(mark.id)
  toast({
    words: { zh: '已删除一处标记', en: 'Mark deleted' },
    action: { words: undo, run: () => void keepMark(mark) },
  })
  return true
}
