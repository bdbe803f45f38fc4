import { subscribeSettings } from '../settings/setting-store.ts'
import { forEachInSlices } from '../ui/slices.ts'
import type { BodyPart } from './cut-body.ts'
import { setBlocks } from './typography.ts'
import { whenNear } from './when-near.ts'

/**
 * Puts the parts of a long body into the page, those near the reader first, and sets their text when the reader comes
 * near. A part that is there already stays as it is.
 *
 * @param fill puts HTML into an element, through the last gate
 * @returns when the body is whole
 */
export function showParts(
  body: HTMLElement,
  parts: BodyPart[],
  fill: (element: Element, html: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const elements = [...body.children]
  const indexes = new Map(elements.map((element, index) => [element, index]))
  const show = (element: Element) => {
    if (!element.firstChild) fill(element, parts[indexes.get(element)!]!.html)
  }
  const showSet = (element: Element) => {
    show(element)
    setBlocks(element)
  }
  let stop = whenNear(elements, showSet)
  const unsubscribe = subscribeSettings(() => {
    stop()
    stop = whenNear(elements, showSet)
  })
  signal.addEventListener('abort', () => {
    unsubscribe()
    stop()
  })
  return forEachInSlices(elements, show, signal)
}
