import type { RouteHandlerCallback } from 'workbox-core'
import type { Strategy } from 'workbox-strategies'

/** Time to look for what is kept has passed by then, see `PATIENCE_SECONDS` in `caches.ts`; nobody waits for three seconds. */
const PATIENCE_MS = 2600

/**
 * Gives up on a line that connects and never answers, where nothing is kept to answer with: then the reader is told. An
 * answer that comes later is kept all the same.
 */
export function orFail(strategy: Strategy): RouteHandlerCallback {
  return options => {
    const [response, done] = strategy.handleAll(options)
    done.catch(() => undefined)
    return Promise.race([
      response,
      new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS),
      ),
    ])
  }
}
