import { NetworkFirst } from 'workbox-strategies'

/** On a line that connects and never answers, what is kept is better than waiting longer. */
const PATIENCE_MS = 2000
/** Where nothing is kept, so much more; then the reader is told. */
const MORE_MS = 600

/** A line that has just been silent is not waited for twice in a row. */
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
    const within = (time: number) => Promise.race([answer, wait(time)])
    const isSilent = Date.now() < silentUntil
    const inTime = await within(isSilent ? SHORT_MS : PATIENCE_MS)
    if (inTime) return inTime
    silentUntil = Date.now() + SILENCE_MS
    const kept = (await handler.cacheMatch(request)) ?? (await within(isSilent ? SHORT_MS : MORE_MS))
    if (!kept) throw new Error('no answer in time')
    return kept
  }
}
