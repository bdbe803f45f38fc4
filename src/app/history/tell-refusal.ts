import { refusalOf } from '../storage/refusal.ts'
import { shownToast, toast } from '../ui/toast.ts'

const KEY = 'shiye.refused'

let isTold = false

/** Tells the reader, once in a tab, that history is not kept and why. */
export function tellRefusal(error: unknown): void {
  // What they just did comes first; the next time that nothing is kept will do.
  if (isTold || shownToast()) return
  isTold = true
  try {
    if (sessionStorage.getItem(KEY)) return
    sessionStorage.setItem(KEY, '1')
  } catch {
    // It is told again after the next load.
  }
  toast({
    words: { zh: '历史没有记下：{why}', en: 'History is not kept: {why}', why: refusalOf(error).why },
  })
}
