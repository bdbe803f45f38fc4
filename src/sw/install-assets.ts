import type { Strategy } from 'workbox-strategies'
import { isAsset } from './caches.ts'

/** A file that hangs for so long fails the installation: the next look for a new version tries again. */
const PATIENCE_MS = 120_000

/**
 * Keeps the scripts and styles of this version. Those that are kept already, of whatever version, are not fetched.
 *
 * @throws if any cannot be had whole: no version is ever half there
 */
export async function installAssets(
  addresses: string[],
  strategy: Strategy,
  event: ExtendableEvent,
): Promise<void> {
  await Promise.all(addresses.map(address => installAsset(address, strategy, event)))
}

async function installAsset(address: string, strategy: Strategy, event: ExtendableEvent): Promise<void> {
  const request = new Request(address, { signal: AbortSignal.timeout(PATIENCE_MS) })
  const [answer, done] = strategy.handleAll({ event, request })
  const [response] = await Promise.all([answer, done])
  // An answer that is not kept ends in no error by itself.
  if (!isAsset(response))
    throw new Error(`${address}: ${response.status} ${response.headers.get('Content-Type')}`)
}
