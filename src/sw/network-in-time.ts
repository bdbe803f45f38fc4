import { NetworkFirst, type NetworkFirstOptions } from 'workbox-strategies'

/** On a line that connects and never answers, what is kept is better than waiting longer. */
const PATIENCE_MS = 2000
/** Where nothing is kept, so much more; then the reader is told. */
const MORE_MS = 600

/** A line that has just been silent is not waited for twice in a row. */
const SHORT_MS = 200
const SILENCE_MS = 10_000

let silentUntil = 0

const wait = (time: number) => new Promise<undefined>(resolve => setTimeout(resolve, time))

/** A server that says so is believed, whatever is kept. */
const isGone = ({ status }: Response) => status === 404 || status === 410

type Handling = Parameters<NetworkFirst['_handle']>

interface Options extends NetworkFirstOptions {
  /** Whether an answer is whole, and what was asked for. */
  fits: (response: Response) => boolean | Promise<boolean>
}

/**
 * Asks the network, and gives what is kept, or nothing, where that fails, takes longer than a reader waits, or gives
 * something else than was asked for. An answer that comes later is kept all the same.
 */
export class NetworkInTime extends NetworkFirst {
  readonly #fits: Options['fits']

  constructor({ fits, ...options }: Options) {
    super(options)
    this.#fits = fits
  }

  override async _handle(...[request, handler]: Handling): Promise<Response> {
    const answer = super._handle(request, handler)
    const noteAnswer = () => {
      silentUntil = 0
    }
    void handler.waitUntil(answer.then(noteAnswer, () => undefined))
    const within = (time: number) => Promise.race([answer, wait(time)])
    const isSilent = Date.now() < silentUntil
    const inTime = await within(isSilent ? SHORT_MS : PATIENCE_MS)
    if (inTime) return this.#orKept(inTime, request, handler)
    silentUntil = Date.now() + SILENCE_MS
    const kept = (await handler.cacheMatch(request)) ?? (await within(isSilent ? SHORT_MS : MORE_MS))
    if (!kept) throw new Error('no answer in time')
    return kept
  }

  async #orKept(response: Response, ...[request, handler]: Handling): Promise<Response> {
    if (isGone(response)) return response
    const kept = await handler.cacheMatch(request)
    if (kept) return (await Promise.race([this.#fits(response), wait(PATIENCE_MS)])) ? response : kept
    // The app's own page may have the article, and says more than a server that is not well.
    if (request.mode === 'navigate' && response.status >= 500) throw new Error(`${response.status}`)
    return response
  }
}
