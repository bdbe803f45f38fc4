import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { posix, resolve, sep } from 'node:path'
import { imageSize } from 'image-size'
import { withBase } from '../shared/addresses.ts'
import type { Picture } from '../shared/article.ts'
import { isSafeAddress } from '../shared/html-policy.ts'
import {
  createElement,
  type Element,
  elementsOf,
  getAttribute,
  type Parent,
  replaceNodes,
  setAttribute,
} from './html.ts'
import { addressesOf, withoutProxy } from './normalise/picture-address.ts'
import { kindOfPicture } from './normalise/picture-kind.ts'
import { isPicture } from './normalise/restore-pictures.ts'
import { isPassiveSvg } from './passive-svg.ts'

/** Hosts of random pictures and grey boxes, which feeds put where an article has none. */
const STOPGAP =
  /^https?:\/\/([^/]+\.)?(picsum\.photos|placehold\.(it|co)|via\.placeholder\.com|placeholder\.com|loremflickr\.com|placekitten\.com|dummyimage\.com|source\.unsplash\.com\/(random|\d+x\d+))(\/|$)/i

const LOCAL_PICTURE = /\.(avif|gif|jpe?g|png|svg|webp)$/i

/** The pictures that lie beside the seeds: where each is published, and its bytes when they are asked for. */
export class LocalPictures {
  readonly #seedsDir: string
  readonly #base: string
  readonly #byFile = new Map<string, Promise<Picture | null>>()
  /** Published path, without the base, → file. */
  readonly published = new Map<string, string>()
  /** Every file that was looked for, and the path under which it is published; null if it is not. Whoever counts clears it. */
  readonly asked = new Map<string, string | null>()

  constructor(seedsDir: string, base: string) {
    this.#seedsDir = resolve(seedsDir)
    this.#base = base
  }

  /**
   * The published picture for a relative address.
   *
   * @param seed path of the seed below the seeds folder
   * @returns null if there is no such picture inside the seeds folder
   */
  async find(seed: string, address: string): Promise<Picture | null> {
    const file = this.#fileFor(seed, address)
    if (!file) return null
    const known = this.#byFile.get(file) ?? (isFile(file) ? this.#publish(file) : Promise.resolve(null))
    this.#byFile.set(file, known)
    const picture = await known
    this.asked.set(file, picture?.address.slice(withBase(this.#base, '').length) ?? null)
    return picture
  }

  #fileFor(seed: string, address: string): string | null {
    let path: string
    try {
      path = decodeURIComponent(address.replace(/[?#].*$/s, ''))
    } catch {
      return null
    }
    const file = resolve(this.#seedsDir, posix.join(posix.dirname(seed), path))
    const isInside = file.startsWith(this.#seedsDir + sep)
    return isInside && !file.includes('\0') && LOCAL_PICTURE.test(file) ? file : null
  }

  async #publish(file: string): Promise<Picture | null> {
    const bytes = await readFile(file)
    // Opened by itself it is a document of this site, and no policy holds for it.
    if (/\.svg$/i.test(file) && !isPassiveSvg(bytes.toString('utf8'))) return null
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const path = `/pictures/${hash}${/\.\w+$/.exec(file)![0].toLowerCase()}`
    this.published.set(path, file)
    return { address: withBase(this.#base, path), ...measure(bytes) }
  }
}

/**
 * Completes the pictures of a body: those beside the seed get their published address and size, and the first
 * picture is fetched at once while the others wait until they come near.
 */
export async function resolvePictures(
  body: Parent,
  seed: string,
  local: LocalPictures,
  reportMissing: (address: string) => void,
): Promise<void> {
  const missing: Element[] = []
  const images = elementsOf(body, 'img')
  for (const image of images) {
    const address = getAttribute(image, 'src') ?? ''
    if (!isRelative(address)) continue
    const picture = await local.find(seed, address)
    if (picture) applyPicture(image, picture)
    else {
      reportMissing(address)
      missing.push(image)
    }
  }
  if (missing.length > 0) removePictures(missing)
  const shown = missing.length > 0 ? elementsOf(body, 'img') : images
  shown.filter(isPicture).forEach(setLoading)
}

/** The cover a seed names, published and measured if it lies beside the seed. */
export async function resolveCover(
  address: string | null,
  seed: string,
  local: LocalPictures,
  reportMissing: (address: string) => void,
): Promise<Picture | null> {
  if (!address) return null
  const own = withoutProxy(address)
  if (saysNothing(own)) return null
  if (isRelative(own)) {
    const picture = await local.find(seed, own)
    if (!picture) reportMissing(address)
    return picture
  }
  return canCover(own) ? { address: own.replace(/^http:\/\//i, 'https://') } : null
}

/** Whether an address leads to no picture of an article: a stopgap, an avatar, a formula, or nowhere. */
function saysNothing(address: string): boolean {
  const image = createElement('img', { src: address })
  return STOPGAP.test(address) || !addressesOf(image) || kindOfPicture(image, address, {}) !== 'picture'
}

/** Lists hold the covers of twenty articles: none may bring its picture along as data. */
const canCover = (address: string) => isSafeAddress(address, 'src') && !/^data:/i.test(address)

/** The first picture of a body, with its size where it is known. */
export function firstPicture(body: Parent): Picture | null {
  const image = elementsOf(body, 'img').find(
    each => isPicture(each) && canCover(getAttribute(each, 'src') || 'data:'),
  )
  if (!image) return null
  const width = Number(getAttribute(image, 'width'))
  const height = Number(getAttribute(image, 'height'))
  return {
    address: getAttribute(image, 'src')!,
    ...(width && height ? { width, height } : {}),
  }
}

/** A picture narrower than this, in CSS pixels, is not stretched to the width of the column. */
const SMALL = 400

function setLoading(image: Element, index: number): void {
  setAttribute(image, 'loading', index === 0 ? 'eager' : 'lazy')
  if (index === 0) setAttribute(image, 'fetchpriority', 'high')
  setAttribute(image, 'decoding', 'async')
  setAttribute(image, 'referrerpolicy', 'no-referrer')
  const figure = figureOf(image)
  if (figure && Number(getAttribute(image, 'width') ?? SMALL) < SMALL)
    setAttribute(figure, 'class', 'small-picture')
}

/** The figure of a picture, which may lie in a link; a sign within the text has none. */
function figureOf(image: Element): Element | null {
  const frame = image.parentNode as Element
  const figure = frame.tagName === 'a' ? (frame.parentNode as Element) : frame
  return figure.tagName === 'figure' ? figure : null
}

/** Takes pictures out with their frames; what their captions said stays as text. */
function removePictures(images: Element[]): void {
  const others = images.map(image => {
    const figure = figureOf(image)
    const captions = figure ? elementsOf(figure, 'figcaption') : []
    return [figure ?? image, captions.map(caption => createElement('p', {}, caption.childNodes))] as const
  })
  replaceNodes(new Map(others))
}

function applyPicture(image: Element, picture: Picture): void {
  setAttribute(image, 'src', picture.address)
  setAttribute(image, 'data-origin', picture.address)
  if (picture.width && picture.height) {
    setAttribute(image, 'width', String(picture.width))
    setAttribute(image, 'height', String(picture.height))
  }
}

function measure(bytes: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height, orientation } = imageSize(bytes)
    // Orientations 5 to 8 of EXIF lie on their side.
    return orientation && orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    return {} // shown without a reserved place, as a remote picture of unknown size is
  }
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

const isRelative = (address: string) => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)
