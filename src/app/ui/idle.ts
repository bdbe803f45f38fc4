/** Waits until the browser has nothing better to do, but not for long. */
export const idle = (): Promise<void> =>
  new Promise(resolve => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 })
    else setTimeout(resolve, 200)
  })
