import type { ComponentType } from 'react'
import type { Summary } from '../../shared/article.ts'
import { useLater } from '../ui/use-later.ts'

export interface MoreProps {
  article: Summary
  /** Where it stands in its list, if that has places. */
  index: number | undefined
}

/** The button of an entry that leads to what can be done with it. The page is there before it, and has room for it. */
export const useMoreButton = (): ComponentType<MoreProps> | null => useLater(() => import('./MoreButton.tsx'))
