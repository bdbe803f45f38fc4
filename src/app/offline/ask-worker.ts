import { type KeepRequest, type Kept, SIGN_MS } from '../../shared/packs.ts'

/** A worker that was stopped in the middle of its work never answers, and gives no sign of life either. */
const PATIENCE_MS = 3 * SIGN_MS
/** One of an older version gives none at all. */
const FIRST_PATIENCE_MS = 120_000

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
      const wait = (patience: number) =>
        setTimeout(
          resolve,
          patience,
          request.addresses.map(() => ({ is: 'offline' })),
        )
      let timer = wait(FIRST_PATIENCE_MS)
      port1.onmessage = ({ data }: MessageEvent<Kept[] | null>) => {
        clearTimeout(timer)
        if (data) resolve(data)
        else timer = wait(PATIENCE_MS)
      }
      active!.postMessage({ type: 'keep-in-pack', ...request, hasSigns: true } satisfies KeepRequest, [port2])
    })
  } finally {
    port1.close()
  }
}
