import { type Element, getAttribute } from '../html.ts'
import { styleOf } from './look.ts'

export interface Size {
  width?: number
  height?: number
}

/** Attributes that hold width and height, most trusted first: what a server measured before what a page was laid out with. */
const PAIRS = [
  ['data-width', 'data-height'],
  ['data-rawwidth', 'data-rawheight'],
  ['data-original-width', 'data-original-height'],
  ['data-w', 'data-h'],
  ['w', 'h'],
  ['width', 'height'],
] as const

/** No picture in an article is wider or higher, in CSS pixels, and none is more lopsided. */
const MAX_SIDE = 20_000
const MAX_RATIO = 50

/**
 * The size of a picture in CSS pixels, from its attributes, its style, the frame around it or its address; both sides
 * or, where no more is known, one or none.
 */
export function sizeOf(image: Element, address: string): Size {
  const frame = image.parentNode && 'attrs' in image.parentNode ? image.parentNode : undefined
  const known = [
    ...PAIRS.map(([width, height]) => pairOf(image, width, height)),
    listed(getAttribute(image, 'data-img-size-val')),
    byRatio(image),
    styled(image),
    frame && pairOf(frame, 'data-width', 'data-height'),
    fromAddress(address),
  ].filter(size => size !== undefined)
  return (
    known.find(
      ({ width, height }) => width !== undefined && height !== undefined && isPlausible(width, height),
    ) ??
    known.find(({ width, height }) => (width === undefined) !== (height === undefined)) ??
    {}
  )
}

function pairOf(element: Element, width: string, height: string): Size {
  return { width: lengthOf(getAttribute(element, width)), height: lengthOf(getAttribute(element, height)) }
}

/** `1080,608` */
function listed(value: string | undefined): Size | undefined {
  if (!value) return undefined
  const [width, height] = value.split(',').map(lengthOf)
  return { width, height }
}

/** Width with the ratio of height to width. */
function byRatio(image: Element): Size | undefined {
  const width = lengthOf(getAttribute(image, 'data-w'))
  const ratio = Number(getAttribute(image, 'data-ratio'))
  return width && ratio > 0 ? { width, height: Math.round(width * ratio) } : undefined
}

function styled(image: Element): Size {
  const style = styleOf(image)
  return { width: lengthOf(style.width), height: lengthOf(style.height) }
}

/** What image hosts and content systems write into names: `a-800x600.jpg`, `?w=800&h=600`, `w_800,h_600`. */
function fromAddress(address: string): Size | undefined {
  const [, width, height] =
    /[-_](\d{2,4})x(\d{2,4})\.\w{3,4}$/i.exec(address) ??
    /[?&]w(?:idth)?=(\d{2,4})&h(?:eight)?=(\d{2,4})(?:&|$)/i.exec(address) ??
    /[,_/]w_(\d{2,4}),h_(\d{2,4})(?:,|$)/i.exec(address) ??
    []
  return { width: lengthOf(width), height: lengthOf(height) }
}

function lengthOf(value: string | undefined): number | undefined {
  if (!value) return undefined
  const digits = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(value)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** A line or pixel of nothing is plausible too: that is how rules and trackers are known. */
const isPlausible = (width: number, height: number) =>
  Math.min(width, height) <= 2 ||
  (Math.max(width, height) <= MAX_SIDE && Math.max(width, height) <= MAX_RATIO * Math.min(width, height))
