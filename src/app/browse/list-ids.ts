import { createContext } from 'react'

/** Tells the ids of the articles of a list from row `start` to before row `end`, whether they are in the page or not. */
export type ReadIds = (start: number, end: number) => Promise<string[]>

/** Of the list around; null where there is none that goes on beyond its page. */
export const ListIdsContext = createContext<ReadIds | null>(null)
