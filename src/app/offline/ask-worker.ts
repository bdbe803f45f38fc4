import type { KeepRequest, Kept } from '../../shared/packs.ts'

/** A worker that was stopped in the middle of its work never answers. */
const PATIENCE_MS = 120_000

/**
 * Has the worker keep files for a pack.
 *
 * @returns what became of each; those after one that found no room may be missing
 */
export async function askWorker(request: Omit<KeepRequest, 'type'>): Promise<(Kept | undefined)[]> {
  if (!('serviceWorker' in navigator)) return []
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  try {
    return await new Promise(resolve => {
      const timer = setTimeout(() => resolve(request.addresses.map(() => ({ is: 'offline' }))), PATIENCE_MS)
      port1.onmessage = ({ data }: MessageEvent<Kept[]>) => {
        clearTimeout(timer)
        resolve(data)
      }
      active!.postMessage({ type: 'keep-in-pack', ...request } satisfies KeepRequest, [port2])
    })
  } finally {
    port1.close()
  }
}
