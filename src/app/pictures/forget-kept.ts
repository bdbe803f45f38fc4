/**
 * Takes answers that turned out to be no pictures out of the worker's cache: of another host it cannot tell a picture
 * from a page that says no, and would give that again and again.
 */
export async function forgetKept(...addresses: string[]): Promise<void> {
  try {
    const cache = await caches.open('pictures')
    await Promise.all(addresses.map(address => cache.delete(address, { ignoreVary: true })))
  } catch {
    // Storage is refused, or the page came by http: then nothing is kept.
  }
}
