import type { RouteHandlerCallback } from 'workbox-core'
import type { Strategy } from 'workbox-strategies'

/**
 * Gives up on a line that connects and never answers, where nothing is kept to answer with: then the reader is told. An
 * answer that comes later is kept all the same.
 */
export function orFail(strategy: Strategy, seconds: number): RouteHandlerCallback {
  return options => {
    const [response, done] = strategy.handleAll(options)
    done.catch(() => undefined)
    return Promise.race([
      response,
      new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Error('no answer in time')), seconds * 1000),
      ),
    ])
  }
}
