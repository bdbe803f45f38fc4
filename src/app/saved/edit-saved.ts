import type { Summary } from '../../shared/article.ts'
import type { Words } from '../i18n/language.ts'
import { keepNowOrLater } from '../offline/keep-later.ts'
import { orSaySo } from '../storage/or-say-so.ts'
import { type Toast, toast } from '../ui/toast.ts'
import { undo } from '../ui/undo.ts'
import { addSaved, changeLabels, removeSaved, restoreLabels, toggleSaved } from './saved.ts'
import type { Saved } from './saved-article.ts'
import { dropTakenOut } from './settle-saved.ts'

/** Longer than undoing is offered: what is brought back need not be fetched again. */
const UNDO_MS = 30_000

/**
 * Saves an article for later, or takes it out if it was saved; says so, and offers what is likely wanted next.
 *
 * @param pictures addresses that are kept with it, for reading it without a network; those of its text where none are given
 * @param next what can be done once it is saved, instead of undoing it
 */
export async function saveOrTakeOut(
  article: Summary,
  pictures?: string[],
  next?: Toast['action'],
): Promise<void> {
  await orSaySo(async () => {
    const taken = await toggleSaved(article)
    if (taken) return sayTakenOut([taken])
    keepNowOrLater(article.id, true, pictures)
    const isKept = navigator.onLine && (await navigator.serviceWorker?.getRegistration()) !== undefined
    void navigator.storage?.persist?.().catch(() => false) // this press is the moment that explains why
    toast({
      words: isKept
        ? { zh: '已存到稍后读，离线也能读', en: 'Saved for later, also offline' }
        : { zh: '已存到稍后读', en: 'Saved for later' },
      action: next ?? { words: undo, run: () => void takeOut([article.id]) },
    })
  })
}

/** Takes articles out of those that are saved, which can be undone. @returns whether it could be */
export const takeOut = (articleIds: string[]): Promise<boolean> =>
  orSaySo(async () => sayTakenOut(await removeSaved(articleIds)))

function sayTakenOut(taken: Saved[]): void {
  const run = () => void orSaySo(() => addSaved(taken))
  const words: Words =
    taken.length === 1
      ? { zh: '已从稍后读移出', en: 'Taken out of saved articles' }
      : { zh: '已移出 {count} 篇', en: '{count} articles taken out', count: taken.length }
  toast({ words, action: { words: undo, run } })
  setTimeout(() => void dropTakenOut().catch(() => undefined), UNDO_MS)
}

/** Changes labels and, where `told` says what was done, offers to undo it. */
export const relabel = (
  articleIds: string[],
  change: (labels: string[]) => string[],
  told?: Words,
): Promise<boolean> =>
  orSaySo(async () => {
    const before = await changeLabels(articleIds, change)
    if (told)
      toast({ words: told, action: { words: undo, run: () => void orSaySo(() => restoreLabels(before)) } })
  })
