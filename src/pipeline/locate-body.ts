import { cutBody } from './cut-body.ts'
import { type Element, elementsOf, type Parent, parseHtml } from './html.ts'
import { withoutProxy } from './normalise/picture-address.ts'
import { type Place, placesOf } from './places.ts'
import { escapeStrayBrackets } from './stray-brackets.ts'

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
export function locateBody(wholeBody: string, bodyLine: number): LocatedBody {
  const { html } = cutBody(wholeBody)
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

/** From an offset in what the parser read, where brackets are escaped, to the offset in the HTML as it was given. */
function originalOffsets(html: string): (offset: number) => number {
  /** Where in the parsed text something was inserted, in order, and how much had been by then. */
  const insertions: { at: number; sum: number }[] = []
  let sum = 0
  escapeStrayBrackets(html, (offset, length) => {
    insertions.push({ at: offset + sum, sum: sum + length })
    sum += length
  })
  return offset => {
    let low = 0
    let high = insertions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (insertions[middle]!.at < offset) low = middle + 1
      else high = middle
    }
    return offset - (insertions[low - 1]?.sum ?? 0)
  }
}
