import type { DataRouter } from 'react-router'

/** The entries of the browser's history, by their number in it, that show something else than an article. */
const others = new Set<number>()

const numberOf = (): number => Number(history.state?.idx ?? 0)

export const isArticlePath = (path: string): boolean => path.startsWith('/a/')

/** Notes where the reader comes by, for the way back from an article. */
export function noteWay(router: DataRouter): void {
  const note = () => {
    if (router.state.navigation.state !== 'idle') return
    if (isArticlePath(router.state.location.pathname)) others.delete(numberOf())
    else others.add(numberOf())
  }
  note()
  router.subscribe(note)
}

/**
 * Goes back over articles to the page that the reader came from.
 *
 * @returns false if there is none
 */
export function goBackToList(): boolean {
  const now = numberOf()
  const last = Math.max(...[...others].filter(number => number < now))
  if (last < 0) return false
  history.go(last - now)
  return true
}
