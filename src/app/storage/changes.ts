import { queryClient } from '../data/query-client.ts'

/**
 * Keeps what is shown of the reader's data up to date in every tab.
 *
 * @param kind names the data among the tabs
 * @param shown what the keys of the queries that show it begin with
 * @returns to be called after each change: refreshes what is shown here, and tells the other tabs
 */
export function changesOf(kind: string, shown: string[]): () => Promise<void> {
  const refresh = async () => {
    await Promise.all(shown.map(key => queryClient.invalidateQueries({ queryKey: [key] })))
  }
  if (import.meta.env.SSR || !('BroadcastChannel' in globalThis)) return refresh
  const channel = new BroadcastChannel(`shiye.${kind}`)
  channel.addEventListener('message', () => void refresh())
  return () => {
    channel.postMessage(null)
    return refresh()
  }
}
