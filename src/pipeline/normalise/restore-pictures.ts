import { isSafeAddress } from '../../shared/html-policy.ts'
import {
  type Element,
  elementsOf,
  getAttribute,
  type Parent,
  parseHtml,
  removeNode,
  setAttribute,
} from '../html.ts'

/** Where lazy loaders keep the true address, best first. */
const LAZY_ADDRESSES = ['data-original', 'data-original-src', 'data-actualsrc', 'data-lazy-src', 'data-src']

/** A picture no larger than this, in CSS pixels, is a sign within the text: an emoji, an icon. */
const INLINE_SIZE = 48

/**
 * Gives every `<img>` its true address and size, and drops what shows nothing: pixels of trackers, images without
 * an address. `data-origin` is the picture's own address; `src` is the same by https.
 */
export function restorePictures(body: Parent): void {
  for (const image of elementsOf(body, 'img')) {
    const address = trueAddress(image)
    const width = sizeOf(image, 'data-width', 'data-rawwidth', 'width')
    const height = sizeOf(image, 'data-height', 'data-rawheight', 'height')
    if (!address || Math.max(width ?? 9, height ?? 9) <= 2) {
      removeNode(image)
      continue
    }
    const isInline = isSign(image) || (width && height && Math.max(width, height) <= INLINE_SIZE)
    const origin = withoutProxy(address)
    const seedAddress = proxiedAddress(image, origin)
    const alt = getAttribute(image, 'alt') ?? ''
    image.attrs = []
    setAttribute(image, 'src', origin.replace(/^http:\/\//i, 'https://'))
    setAttribute(image, 'alt', alt)
    if (width && height) {
      setAttribute(image, 'width', String(width))
      setAttribute(image, 'height', String(height))
    }
    setAttribute(image, 'data-origin', origin)
    if (seedAddress) setAttribute(image, 'data-seed-src', seedAddress)
    if (isInline) setAttribute(image, 'class', 'inline-picture')
  }
}

/** The first address that may be shown; without any, the first of a `srcset`. */
function trueAddress(image: Element): string | undefined {
  const fromSet = getAttribute(image, 'srcset')
    ?.trim()
    .split(/[\s,]+(?=\S)/)[0]
  return [...LAZY_ADDRESSES, 'src']
    .map(name => getAttribute(image, name)?.trim())
    .concat(fromSet)
    .find(address => address && isSafeAddress(withoutProxy(address), 'src'))
}

/** The address of the same picture behind the seed's own proxy, if it has one. The page falls back on it. */
function proxiedAddress(image: Element, origin: string): string | undefined {
  const addresses = image.attrs.map(({ value }) => value.trim())
  return addresses.find(
    address => address !== origin && /^https?:/i.test(address) && withoutProxy(address) === origin,
  )
}

/** Strips proxies of the form `https://proxy.example/?https://…`, also in several layers; `//host` becomes https. */
export function withoutProxy(address: string): string {
  // As browsers read an address: https://url.spec.whatwg.org/#concept-basic-url-parser
  const compact = address.trim().replace(/[\t\n\r]+/g, '')
  const inner = compact.replace(/^(?:(?:https?:)?\/\/[^/?#]+\/\?(?=https?:\/\/))+/i, '')
  return inner.startsWith('//') ? `https:${inner}` : inner
}

/** The line of a body, counted from 1, that holds the picture with this address. Reads it again: for problems only. */
export function lineOfPicture(html: string, address: string): number {
  const image = elementsOf(parseHtml(html, true), 'img').find(each =>
    each.attrs.some(({ value }) => withoutProxy(value) === address),
  )
  return image?.sourceCodeLocation?.startLine ?? 1
}

/** Whether a picture is one of the article's pictures and not a sign within its text. */
export const isPicture = (image: Element): boolean => getAttribute(image, 'class') !== 'inline-picture'

/** Emoji and formulas, by the marks that their makers leave. */
const isSign = (image: Element) =>
  getAttribute(image, 'eeimg') !== undefined ||
  /(^|[\s_-])(emoji|emoticon|smiley)/i.test(getAttribute(image, 'class') ?? '')

function sizeOf(image: Element, ...names: string[]): number | undefined {
  for (const name of names) {
    const match = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(getAttribute(image, name) ?? '')
    if (match) return Number(match[1])
  }
  return undefined
}
