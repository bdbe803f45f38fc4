import { type Element, elementsOf, escapeStrayBrackets, type Parent, parseHtml } from './html.ts'
import { withoutProxy } from './normalise/restore-pictures.ts'
import { type Place, placesOf } from './places.ts'

/** The tree of a body, and where in the seed's file its elements stand. */
export interface LocatedBody {
  tree: Parent
  /** The place of an element, or of one of its attributes. What the file does not hold stands where the body begins. */
  placeOf: (element: Element, attribute?: string) => Place
}

/**
 * Parses a body so that problems can point at it. Costs more than `parseHtml`.
 *
 * @param bodyLine the file's line on which the body begins
 */
export function locateBody(html: string, bodyLine: number): LocatedBody {
  const place = placesOf(html, bodyLine)
  const original = originalOffsets(html)
  return {
    tree: parseHtml(html, true),
    placeOf(element, attribute) {
      const location = element.sourceCodeLocation
      const named = attribute === undefined ? undefined : location?.attrs?.[attribute]
      return place(original((named ?? location)?.startOffset ?? 0))
    },
  }
}

/** Where in the file a picture with this address stands. Reads the body only if it is asked, and then once. */
export function picturePlaces(html: string, bodyLine: number): (address: string) => Place {
  let places: Map<string, Place> | undefined
  return address => {
    places ??= readPicturePlaces(html, bodyLine)
    return places.get(address) ?? { line: bodyLine, column: 1 }
  }
}

function readPicturePlaces(html: string, bodyLine: number) {
  const places = new Map<string, Place>()
  const { tree, placeOf } = locateBody(html, bodyLine)
  for (const image of elementsOf(tree, 'img'))
    for (const { value } of image.attrs) {
      const address = withoutProxy(value)
      if (!places.has(address)) places.set(address, placeOf(image))
    }
  return places
}

/** What was inserted for a stray `<` before parsing: `&lt;`. */
const INSERTED = 3

/** From an offset in what the parser read, where brackets are escaped, to the offset in the HTML as it was given. */
function originalOffsets(html: string): (offset: number) => number {
  const escaped = escapeStrayBrackets(html)
  /** Where in the parsed text something was inserted, in order. */
  const insertions: number[] = []
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const parsed = at + insertions.length * INSERTED
    if (escaped[parsed] === '&') insertions.push(parsed)
  }
  return offset => {
    let low = 0
    let high = insertions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (insertions[middle]! < offset) low = middle + 1
      else high = middle
    }
    return offset - low * INSERTED
  }
}
