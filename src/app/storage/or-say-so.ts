import { toast } from '../ui/toast.ts'
import { refusalOf } from './refusal.ts'

/**
 * Changes the reader's data or, where storage refuses, says why it could not be kept.
 *
 * @returns whether it was done
 */
export async function orSaySo(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    toast({
      words: { zh: '没能保存：{why}', en: 'It could not be kept: {why}', why: refusalOf(error).why },
    })
    return false
  }
}
