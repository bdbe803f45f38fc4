import { NetworkFirst } from 'workbox-strategies'

/** On a line that connects and never answers, what is kept is better than waiting longer, and so is word of what is not. */
const PATIENCE_MS = 2500

/** Where the line has just been silent: what it leaves unanswered is not waited for twice in a row. */
const SHORT_MS = 200
const SILENCE_MS = 10_000

let silentUntil = 0

const wait = (time: number) => new Promise<undefined>(resolve => setTimeout(resolve, time))

/**
 * Asks the network, and gives what is kept, or nothing, where that fails or takes longer than a reader waits. An answer
 * that comes later is kept all the same.
 */
export class NetworkInTime extends NetworkFirst {
  override async _handle(...[request, handler]: Parameters<NetworkFirst['_handle']>): Promise<Response> {
    const answer = super._handle(request, handler)
    const noteAnswer = () => {
      silentUntil = 0
    }
    void handler.waitUntil(answer.then(noteAnswer, () => undefined))
    const isSilent = Date.now() < silentUntil
    const inTime = await Promise.race([answer, wait(isSilent ? SHORT_MS : PATIENCE_MS)])
    if (inTime) return inTime
    silentUntil = Date.now() + SILENCE_MS
    const kept = await handler.cacheMatch(request)
    if (kept) return kept
    throw new Error('no answer in time')
  }
}
