import type { WorkboxPlugin } from 'workbox-core'

let work = new AbortController()

/**
 * Ends what is being fetched for pages that are kept, and pictures that hosts are slow to give: a worker gives way to the
 * next one only when it has nothing left to do.
 */
export function letGo(): void {
  work.abort()
  work = new AbortController()
}

/** Ends with the worker's turn. */
export const untilLetGo = (): AbortSignal => work.signal

/** Lets go of requests, those of whole pages aside: they are on their way to a reader. */
export const abortable: WorkboxPlugin = {
  requestWillFetch: async ({ request }) =>
    request.redirect === 'manual' ? request : new Request(request, { signal: untilLetGo() }),
}
