import { quoted } from '../clean-text.ts'
import { type Element, elementsOf, getAttribute, isElement, type Parent, plainText } from '../html.ts'
import type { LocatedBody } from '../locate-body.ts'
import { problemOf, type Report } from '../problems.ts'
import { hostOf, isHotLinkHost } from './hosts.ts'

/** Tells what readers may miss of the pictures: looks at the clean body, whose images still know where they stood. */
export function checkPictures({ tree, placeOf }: LocatedBody, report: Report): void {
  // Asked once for each figure: one may hold thousands of pictures.
  const captioned = new Map<Element, boolean>()
  const isCaptioned = (figure: Element) => {
    const known = captioned.get(figure) ?? hasCaption(figure)
    captioned.set(figure, known)
    return known
  }
  for (const image of elementsOf(tree, 'img')) {
    const origin = getAttribute(image, 'data-origin') ?? ''
    if (/^http:/i.test(origin))
      report(problemOf('mixed-content', placeOf(image), `picture ${quoted(origin)} is named with http:`))
    const host = hostOf(origin)
    if (isHotLinkHost(host))
      report(problemOf('hot-link', placeOf(image), `${host} refuses its pictures to some other sites`))
    const figure = figureOf(image)
    if (figure && !getAttribute(image, 'alt')?.trim() && !isCaptioned(figure))
      report(
        problemOf('picture-text', placeOf(image), 'a picture has neither alternative text nor a caption'),
      )
  }
}

/** The figure around a picture, the outermost if several pictures share one; a sign within the text has none. */
function figureOf(image: Element): Element | undefined {
  let figure: Element | undefined
  for (let parent = image.parentNode as Parent | null; parent && 'tagName' in parent; ) {
    if (isElement(parent, 'figure')) figure = parent
    parent = parent.parentNode as Parent | null
  }
  return figure
}

const hasCaption = (figure: Element) =>
  elementsOf(figure, 'figcaption').some(caption => plainText(caption) !== '')
