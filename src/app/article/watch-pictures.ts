import type { Say } from '../i18n/language.ts'

/** A picture that has not come by then may never come: time to have at hand what helps. */
const PATIENCE_MS = 5000

/**
 * Has the pictures of an article rescued that cannot be had at their own address. Most articles need none of it, so
 * it comes when a picture fails or is late, or when its host is known to need it.
 *
 * @returns stops watching and removes what was put in place of pictures
 */
export function watchPictures(body: HTMLElement, say: Say): () => void {
  const watching = new AbortController()
  const { signal } = watching
  let isUnderWay = false
  const startRescue = async () => {
    if (isUnderWay) return
    isUnderWay = true
    try {
      const { rescuePictures } = await import('./rescue-pictures.ts')
      rescuePictures(body, say, signal)
    } catch {
      isUnderWay = false // the next failure tries again
    }
  }
  body.addEventListener('error', startRescue, { capture: true, signal })
  const timer = setTimeout(startRescue, PATIENCE_MS)
  // Pictures may have failed before the page came alive. A lazy one that has not begun is not complete.
  const hasFailed = (image: HTMLImageElement) => image.complete && !image.naturalWidth
  if (hasRemembered() || [...body.querySelectorAll('img')].some(hasFailed)) void startRescue()
  return () => {
    clearTimeout(timer)
    watching.abort()
  }
}

/** Whether some host's pictures came by another way lately: `pictures/steps.ts` keeps which. */
function hasRemembered(): boolean {
  try {
    return 'shiye.pictures' in localStorage
  } catch {
    return false
  }
}
