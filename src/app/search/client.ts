import { useCallback, useEffect, useRef, useState } from 'react'
import { trustedScript } from '../ui/trusted-script.ts'
import type { Answer, Authors, Request, started } from './messages.ts'
import type { Readings } from './search.ts'
import workerUrl from './search-worker.ts?worker&url'

/** Nobody types faster than this for long: what is typed on within it is not searched for. */
const TYPING_MS = 60

/** A worker whose script has not come by then, of a line that never answers, is not waited for. */
const PATIENCE_MS = 8000

let worker: Worker | null = null
let last = 0
/** Who waits for the answers of the last search, */
let take: ((answer: Answer | null) => void) | null = null
/** and for names of authors. */
let takeAuthors: ((authors: Authors) => void) | null = null

/** Starts the worker with the first search; it stays for the next. */
function ask(request: Request): void {
  if (!worker) {
    const own = new Worker(trustedScript(workerUrl), { type: 'module' })
    const giveUp = () => {
      clearTimeout(patience)
      own.terminate()
      if (worker === own) worker = null
      take?.(null)
    }
    const patience = setTimeout(giveUp, PATIENCE_MS)
    own.addEventListener('message', ({ data }: MessageEvent<Answer | Authors | typeof started>) => {
      clearTimeout(patience)
      if ('isStarted' in data) return
      if ('authors' in data) takeAuthors?.(data)
      else if (data.number === last) take?.(data)
    })
    own.addEventListener('error', event => {
      event.preventDefault()
      giveUp()
    })
    worker = own
  }
  worker.postMessage(request)
}

/** What a search has found so far; null while nothing is known. */
export interface Searching {
  answer: Answer | null
  /** The worker could not be started. */
  isFailed: boolean
}

const nothing: Searching = { answer: null, isFailed: false }

const isLacking = ({ answer, isFailed }: Searching) =>
  isFailed || Boolean(answer && (answer.missing || answer.stored))

/**
 * Searches in the worker, once more when the network comes back to a search that lacked it. While a new search is on its way
 * what was found before stays.
 *
 * @param typed as `query.ts` reads it
 * @param count of hits that are wanted
 * @returns `again` where something was lacking, a file or the network
 */
export function useSearch(typed: string, count: number): Searching & { again: (() => void) | null } {
  const [searching, setSearching] = useState(nothing)
  const [turn, setTurn] = useState(0)
  const again = useCallback(() => setTurn(turn => turn + 1), [])
  const own = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: more of the same is asked for below
  useEffect(() => {
    const isFirst = own.current === 0
    const number = ++last
    own.current = number
    take = answer => setSearching({ answer, isFailed: answer === null })
    const start = () =>
      readingsFor(typed)
        .then(readings => number === last && ask({ is: 'search', number, typed, count, ...readings }))
        .catch(() => number === last && take?.(null))
    let timer: ReturnType<typeof setTimeout> | undefined
    if (typed.trim() === '') setSearching(nothing)
    else timer = setTimeout(start, isFirst ? 0 : TYPING_MS)
    return () => {
      clearTimeout(timer)
      if (number === last) take = null
    }
  }, [typed, turn])
  const isLackingNow = isLacking(searching)
  useEffect(() => {
    if (!isLackingNow) return
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [isLackingNow, again])
  useEffect(() => {
    if (own.current === last) worker?.postMessage({ is: 'more', number: last, count } satisfies Request)
  }, [count])
  return { ...searching, again: isLackingNow ? again : null }
}

/** Authors whose names begin so; null asks for none. */
export function useAuthors(begun: string | null): string[] {
  const [found, setFound] = useState<Authors | null>(null)
  useEffect(() => {
    if (begun === null) return
    takeAuthors = setFound
    ask({ is: 'authors', begun })
    return () => {
      takeAuthors = null
    }
  }, [begun])
  return (found?.begun === begun && found?.authors) || []
}

const none: Readings = { read: new Set(), saved: new Set() }

/** What the reader read and saved, where that is asked for. */
async function readingsFor(typed: string): Promise<Readings> {
  if (!/is[:：]/i.test(typed)) return none
  const [{ readReadIds }, { readSavedIds }] = await Promise.all([
    import('../history/read-states.ts'),
    import('../saved/saved.ts'),
  ])
  const [read, saved] = await Promise.all([readReadIds(), readSavedIds()])
  return { read, saved }
}
