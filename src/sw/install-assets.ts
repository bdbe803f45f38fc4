import { assetStrategy, isAsset } from './asset-cache.ts'
import { untilLetGo } from './let-go.ts'

/** A file that hangs for so long fails the installation: the next look for a new version tries again. */
const PATIENCE_MS = 120_000

/**
 * Keeps scripts and styles. Those that are kept already, of whatever version, are not fetched.
 *
 * @throws if any cannot be had whole: no version is ever half there
 */
export async function installAssets(addresses: string[], event: ExtendableEvent): Promise<void> {
  const end = new AbortController()
  const timer = setTimeout(() => end.abort(), PATIENCE_MS)
  untilLetGo().addEventListener('abort', () => end.abort(), { signal: end.signal })
  try {
    await Promise.all(addresses.map(address => installAsset(address, end.signal, event)))
  } finally {
    clearTimeout(timer)
  }
}

async function installAsset(address: string, signal: AbortSignal, event: ExtendableEvent): Promise<void> {
  const [answer, done] = assetStrategy.handleAll({ event, request: new Request(address, { signal }) })
  const [response] = await Promise.all([answer, done])
  // An answer that is not kept ends in no error by itself.
  if (!isAsset(response))
    throw new Error(`${address}: ${response.status} ${response.headers.get('Content-Type')}`)
}
