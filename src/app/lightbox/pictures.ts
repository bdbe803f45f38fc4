import { isHeldBack } from '../article/held-pictures.ts'

/** The pictures of a body that can be looked at by themselves. Those in links, signs in the text and formulas cannot. */
export function picturesOf(body: Element): HTMLImageElement[] {
  const images = body.querySelectorAll<HTMLImageElement>('figure img:not(.inline-picture, .formula)')
  return [...images].filter(image => !image.closest('a'))
}

/** Whether there is something to look at: not where a picture is missing, or waits to be asked for. */
export const isThere = (image: HTMLImageElement): boolean =>
  !image.closest('.is-missing') && !isHeldBack(image)

/** What stands below a picture; pictures in a group share what stands below the last of them. */
export function captionOf(image: HTMLImageElement): HTMLElement | null {
  const own = image.closest('figure')?.querySelector('figcaption')
  return own ?? image.closest('.picture-group')?.querySelector<HTMLElement>('figcaption') ?? null
}
