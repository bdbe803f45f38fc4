import { queryClient } from '../data/query-client.ts'
import { noteKept } from './cleared.ts'
import type { Kind } from './rules.ts'
import { siteName } from './site-name.ts'

/** What the keys of the queries begin with that show records of a kind. */
const shown: Record<Kind, string[]> = {
  visits: ['history', 'states'],
  marks: ['marks'],
  saved: ['saved', 'states'],
  readMarks: ['states'],
  mutes: ['mutes'],
  settings: [],
}

const listeners = new Set<(kinds: Kind[]) => void>()

/** Is called after each change in this tab and, where they tell, in others. @returns ends it */
export function onChange(listener: (kinds: Kind[]) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const channel =
  import.meta.env.SSR || !('BroadcastChannel' in globalThis)
    ? null
    : new BroadcastChannel(`${siteName}.records`)
channel?.addEventListener('message', ({ data }: MessageEvent<Kind[]>) => void refreshLater(data))

/** Refreshes what is shown of the reader's data after it changed, in every tab. */
export function tellChange(kinds: Kind[]): Promise<void> {
  noteKept()
  channel?.postMessage(kinds)
  return refresh(kinds)
}

/** Refreshes all that is shown in this tab. */
export const refreshAll = (): Promise<void> => refresh(Object.keys(shown) as Kind[])

const waiting = new Set<Kind>()
let isRefreshing = false

/** What tabs that write a lot tell is put together: a page that was refreshed all the time would never show anything. */
async function refreshLater(kinds: Kind[]): Promise<void> {
  for (const kind of kinds) waiting.add(kind)
  if (isRefreshing) return
  isRefreshing = true
  while (waiting.size > 0) {
    const some = [...waiting]
    waiting.clear()
    await refresh(some)
  }
  isRefreshing = false
}

async function refresh(kinds: Kind[]): Promise<void> {
  for (const listener of listeners) listener(kinds)
  const keys = new Set(kinds.flatMap(kind => shown[kind] ?? []))
  await Promise.all([...keys].map(key => queryClient.invalidateQueries({ queryKey: [key] })))
}
