import { useQuery } from '@tanstack/react-query'
import type { Article } from '../../shared/article.ts'
import { visitsQuery } from '../history/history.ts'
import type { Visit } from '../history/visit.ts'
import { everyVisit } from '../history/visit-filter.ts'

/** So many visits say how fast somebody reads now. */
export const SPEED_VISITS = 60
/** Who is this much quicker or slower was not reading. */
const PLAUSIBLE = [0.25, 4] as const
/** Fewer say nothing yet. */
const ENOUGH = 3

/** Minutes that this reader will need for the rest, at least one until the end. */
export function useMinutesLeft({ minutes }: Article, progress: number): number {
  const { data: visits } = useQuery(visitsQuery(everyVisit, SPEED_VISITS))
  return Math.max(1, Math.ceil((minutes * (1 - progress)) / speedOf(visits ?? [])))
}

/**
 * How fast a reader reads, as a multiple of the speed that the minutes of articles assume: the median of what their
 * visits tell, or 1 while these are too few.
 */
export function speedOf(visits: Visit[]): number {
  const speeds = visits
    .flatMap(({ minutes, gained, seconds }) =>
      minutes !== undefined && gained !== undefined && gained > 0.2 && seconds > 20
        ? [(minutes * 60 * gained) / seconds]
        : [],
    )
    .filter(speed => speed >= PLAUSIBLE[0] && speed <= PLAUSIBLE[1])
    .sort((a, b) => a - b)
  return speeds.length < ENOUGH ? 1 : speeds[speeds.length >> 1]!
}
