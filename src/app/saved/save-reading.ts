import { picturesIn } from '../data/keep-for-offline.ts'
import type { Reading } from '../reading/tools.ts'
import { saveOrTakeOut } from './edit-saved.ts'

/** Saves the article that is read, with its pictures, or takes it out. */
export const saveReading = ({ article, body }: Reading, addLabels: () => void): Promise<void> =>
  saveOrTakeOut(article, picturesIn(body), {
    words: { zh: '加标签', en: 'Add labels' },
    run: addLabels,
  })
