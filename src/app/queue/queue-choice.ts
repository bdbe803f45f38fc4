import { keptValue } from '../storage/kept-value.ts'
import { siteName } from '../storage/site-name.ts'

export const LEAST_MINUTES = 3
export const MOST_MINUTES = 90
export const quickMinutes = [5, 12, 20, 45]

/** What the reader wants of a queue; it is remembered. */
export interface QueueChoice {
  minutes: number
  /** Paths of categories; none is the whole site. */
  paths: string[]
  /** Whether saved articles are taken too. */
  isOfSaved: boolean
}

export const keptChoice = keptValue<QueueChoice>(`${siteName}.queue-choice`, asChoice)

function asChoice(kept: unknown): QueueChoice {
  const { minutes, paths, isOfSaved } = (kept ?? {}) as Partial<QueueChoice>
  return {
    minutes:
      Number.isInteger(minutes) && minutes! >= LEAST_MINUTES && minutes! <= MOST_MINUTES ? minutes! : 12,
    paths: Array.isArray(paths) ? paths.filter(path => typeof path === 'string') : [],
    isOfSaved: isOfSaved === true,
  }
}
