import { queryClient } from '../data/query-client.ts'
import { readIdsQuery } from '../history/article-states.ts'
import { markRead, restoreReadMarks } from '../history/read-marks.ts'
import type { Words } from '../i18n/language.ts'
import { orSaySo } from '../storage/or-say-so.ts'
import { toast } from '../ui/toast.ts'
import { undo } from '../ui/undo.ts'
import type { ReadIds } from './list-ids.ts'

/** Marks one article, and offers to take it back. */
export const markOne = (id: string, isRead: boolean): Promise<void> =>
  markWithUndo(
    [id],
    isRead,
    isRead ? { zh: '已标为已读', en: 'Marked as read' } : { zh: '已标为未读', en: 'Marked as unread' },
  )

/**
 * Marks those of a stretch of a list that are not read yet, and offers to take it back.
 *
 * @param end the first row that does not belong to it
 */
export async function markAllRead(
  readIds: ReadIds,
  start = 0,
  end = Number.POSITIVE_INFINITY,
): Promise<void> {
  const ids = await readIds(start, end).catch(() => null)
  if (!ids) {
    toast({
      words: {
        zh: '列表没有取全，什么也没有标。联网后再试一次。',
        en: 'The list could not be had, so nothing was marked. Try again with a network.',
      },
    })
    return
  }
  const read = await queryClient.fetchQuery(readIdsQuery).catch(() => new Set<string>())
  const unread = ids.filter(id => !read.has(id))
  if (unread.length === 0) toast({ words: { zh: '这些都已经读过了', en: 'These are all read already' } })
  else
    await markWithUndo(unread, true, {
      zh: '已将 {count} 篇标为已读',
      en: unread.length === 1 ? '{count} article marked as read' : '{count} articles marked as read',
      count: unread.length,
    })
}

/** Marks articles, says so in words, and offers to take it back. */
export async function markWithUndo(ids: string[], isRead: boolean, words: Words): Promise<void> {
  await orSaySo(async () => {
    const before = await markRead(ids, isRead)
    toast({ words, action: { words: undo, run: () => void orSaySo(() => restoreReadMarks(before)) } })
  })
}
