import { getSetting } from '../settings/settings.ts'

/**
 * Whether a picture waits to be asked for: the reader has chosen so, and `article.css` keeps it where browsers do not
 * load it. One that the browser asks for by itself, the first of a document, is not held back.
 */
export const isHeldBack = (image: HTMLImageElement): boolean =>
  getSetting('pictures') === 'tap' &&
  image.matches('figure img[loading="lazy"]:not([data-asked], .inline-picture, .formula)')

/** Lets a picture come. */
export function askFor(image: HTMLImageElement): void {
  image.dataset.asked = ''
}
