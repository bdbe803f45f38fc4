import { type Element } from '../html.ts'
/**
 * The addresses of a picture, without any proxy.
 *
 * `origin` is what the source itself showed; `shown` is the same or, of a still frame, the moving picture.
 */
export declare function addressesOf(image: Element): {
  origin: string
  shown: string
} | null
/** Every address that an image names, without proxies: those its loaders keep too. */
export declare const allAddressesOf: (image: Element) => string[]
/** The address of the same picture behind the seed's own proxy, if it has one. The page falls back on it. */
export declare function proxiedAddress(image: Element, origin: string): string | undefined
/** Strips proxies of the form `https://proxy.example/?https://…`, also in several layers; `//host` becomes https. */
export declare function withoutProxy(address: string): string
