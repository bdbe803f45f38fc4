import {
  type Element,
  elementsOf,
  getAttribute,
  isElement,
  type Parent,
  setAttribute,
  setChildren,
} from '../html.ts'
import { addressesOf, proxiedAddress } from './picture-address.ts'
import { kindOfPicture } from './picture-kind.ts'
import { type Size, sizeOf } from './picture-size.ts'

/** Classes of what stands within the text. */
const SIGN_CLASS = 'inline-picture'
const FORMULA_CLASS = 'formula'

/**
 * Gives every `<img>` its true address and size, and drops what is no picture of the article: pixels of trackers,
 * avatars, icons, images without an address. `data-origin` is the picture's own address; `src` is the one to show, by
 * https. Emoji and formulas become signs within the text.
 */
export function restorePictures(body: Parent): void {
  for (const parent of [body, ...elementsOf(body)])
    if (parent.childNodes.some(node => isElement(node, 'img')))
      setChildren(
        parent,
        parent.childNodes.filter(node => !isElement(node, 'img') || restore(node)),
      )
}

/** Whether anything is left to show. */
function restore(image: Element): boolean {
  const addresses = addressesOf(image)
  if (!addresses) return false
  const { origin, shown } = addresses
  const proxied = proxiedAddress(image, origin)
  const size = sizeOf(image, origin)
  const kind = kindOfPicture(image, origin, size)
  if (kind === 'nothing') return false
  const alt = getAttribute(image, 'alt') ?? ''
  image.attrs = []
  setAttribute(image, 'src', shown.replace(/^http:\/\//i, 'https://'))
  setAttribute(image, 'alt', isFileName(alt) ? '' : alt)
  setSize(image, size)
  setAttribute(image, 'data-origin', origin)
  if (proxied) setAttribute(image, 'data-seed-src', proxied)
  if (kind !== 'picture') setAttribute(image, 'class', kind === 'formula' ? FORMULA_CLASS : SIGN_CLASS)
  return true
}

function setSize(image: Element, { width, height }: Size): void {
  if (width) setAttribute(image, 'width', String(width))
  if (width && height) setAttribute(image, 'height', String(height))
}

/** Uploads are often described by the name of their file, which says nothing to anyone. */
const isFileName = (alt: string) => /^\s*\S+\.(avif|bmp|gif|jpe?g|png|svg|webp)\s*$/i.test(alt)

/** Whether a picture is one of the article's pictures and not a sign within its text. */
export const isPicture = (image: Element): boolean =>
  ![SIGN_CLASS, FORMULA_CLASS].includes(getAttribute(image, 'class') ?? '')
