import { forEachInSlices } from '../ui/slices.ts'

/** In heights of the window. */
const MARGIN = '100% 0%'

/**
 * Does something for each element, once, when the reader comes near it.
 *
 * @returns stops waiting
 */
export function whenNear(elements: Iterable<Element>, work: (element: Element) => void): () => void {
  const stopping = new AbortController()
  const watch = new IntersectionObserver(
    entries => {
      const near = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target)
      for (const element of near) watch.unobserve(element)
      void forEachInSlices(near, work, stopping.signal)
    },
    { rootMargin: MARGIN },
  )
  for (const element of elements) watch.observe(element)
  return () => {
    watch.disconnect()
    stopping.abort()
  }
}
