/** At four times the ordinary time for everything, still no task of 50 ms. */
const SLICE_MS = 8

/** Lets the browser paint and hear the reader before what follows. */
export const nextTurn = (): Promise<void> => new Promise(done => setTimeout(done))

/** Does something for each item, for a moment at a time, until `signal` says that it is no longer wanted. */
export async function forEachInSlices<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
  signal?: AbortSignal,
): Promise<void> {
  let until = performance.now() + SLICE_MS
  for (const item of items) {
    if (performance.now() > until) {
      await nextTurn()
      until = performance.now() + SLICE_MS
    }
    if (signal?.aborted) return
    work(item)
  }
}
