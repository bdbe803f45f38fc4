import parseSrcset from '@prettier/parse-srcset'
import { isSafeAddress } from '../../shared/html-policy.ts'
import { type Element, getAttribute } from '../html.ts'

/** Where lazy loaders keep the true address, best first. */
const LAZY_ADDRESSES = [
  'data-original',
  'data-original-src',
  'data-actualsrc',
  'data-lazy-src',
  'data-lazyload',
  'data-lazy',
  'data-src',
  'data-url',
  'data-echo',
  'real_src',
  'zoomfile',
  'file',
  '_src',
]

/** Shorter than this, a picture as data is a pixel or a grey box. */
const MIN_DATA_LENGTH = 200

/** What stands in `src` until a lazy loader has done its work, by its name. */
const PLACEHOLDER =
  /(^|[/_.-])(blank|spacer|transparent|loading|placeholder|lazy(load)?|grey|gray|pixel|img_?loading|default_?(img|image)?|1x1|s)\.(gif|png|svg|jpe?g|webp)([?#].*)?$/i

/** Addresses that scripts made of nothing. */
const NOTHING = /(^|\/)(undefined|null|nan|about:blank|404\.\w+)$/i

/**
 * The addresses of a picture, without any proxy.
 *
 * `origin` is what the source itself showed; `shown` is the same or, of a still frame, the moving picture.
 */
export function addressesOf(image: Element): { origin: string; shown: string } | null {
  const read = (name: string) => usable(getAttribute(image, name))
  const src = read('src')
  const lazy = LAZY_ADDRESSES.map(read).find(address => address && !isPlaceholder(address))
  const best = src && !isPlaceholder(src) && !isLazy(image) ? src : (lazy ?? fromSets(image) ?? src)
  const origin = best ?? lazy
  if (!origin || (isPlaceholder(origin) && !origin.startsWith('data:')) || isPixel(origin)) return null
  return { origin, shown: read('data-gif-url') ?? origin }
}

/** Every address that an image names, without proxies: those its loaders keep too. */
export const allAddressesOf = (image: Element): string[] =>
  [...LAZY_ADDRESSES, 'src', 'data-gif-url']
    .map(name => usable(getAttribute(image, name)))
    .filter(address => address !== undefined)

/** The address of the same picture behind the seed's own proxy, if it has one. The page falls back on it. */
export function proxiedAddress(image: Element, origin: string): string | undefined {
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

/** What `usable` said lately: the same few addresses are asked for again and again in one article. */
const lately = new Map<string, string | undefined>()
const MOST_KEPT = 200
const LONGEST_KEPT = 500

/** An address that may be shown, or undefined. */
function usable(value: string | undefined): string | undefined {
  if (!value) return undefined
  if (lately.has(value)) return lately.get(value)
  const address = withoutProxy(value)
  const is = address && !NOTHING.test(address) && isSafeAddress(address, 'src') ? address : undefined
  if (lately.size >= MOST_KEPT) lately.clear()
  if (value.length <= LONGEST_KEPT) lately.set(value, is)
  return is
}

/** The largest picture of `srcset` or its lazy forms. */
const fromSets = (image: Element): string | undefined =>
  ['data-srcset', 'data-lazy-srcset', 'srcset']
    .map(name => largestOf(getAttribute(image, name)))
    .find(address => address !== undefined)

function largestOf(srcset: string | undefined): string | undefined {
  if (!srcset?.trim()) return undefined
  try {
    const sizeOf = ({ width, density }: ReturnType<typeof parseSrcset>[number]) =>
      width?.value ?? density?.value ?? 1
    const largest = parseSrcset(srcset).reduce((best, each) => (sizeOf(each) > sizeOf(best) ? each : best))
    return usable(largest.source.value)
  } catch {
    return undefined // no list of pictures
  }
}

/** What a loader puts another in the place of, if there is another: a small picture as data may be a blur of it. */
const isPlaceholder = (address: string) => PLACEHOLDER.test(address) || address.startsWith('data:')

const isPixel = (address: string) => address.startsWith('data:') && address.length < MIN_DATA_LENGTH

/** Whether a lazy loader was to put another picture in the place of this one. */
const isLazy = (image: Element) => /(^|[\s_-])lazy(load)?/i.test(getAttribute(image, 'class') ?? '')
