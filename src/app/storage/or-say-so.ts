import { toast } from '../ui/toast.ts'
import { refusalOf } from './refusal.ts'

/**
 * Changes the reader's data or, where storage refuses, says why it could not be kept.
 *
 * @param again what is to be tried again; without it the reader can do so where they are
 * @returns whether it was done
 */
export async function orSaySo(work: () => Promise<unknown>, again?: () => void): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    toast({
      words: { zh: '没能保存：{why}', en: 'It could not be kept: {why}', why: refusalOf(error).why },
      ...(again && { action: { words: { zh: '再试一次', en: 'Try again' }, run: again }, stays: true }),
    })
    return false
  }
}
