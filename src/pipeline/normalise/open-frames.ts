import {
  type Element,
  elementsOf,
  getAttribute,
  isElement,
  isText,
  type Node,
  type Parent,
  parseHtml,
  setAttribute,
  setChildren,
  textOf,
} from '../html.ts'
import { addressesOf, allAddressesOf } from './picture-address.ts'

/**
 * Takes pictures out of the frames that hide them from a reader without scripts: the plain one that lazy loaders leave
 * in a `<noscript>`, and the addresses that stand in the sources of a `<picture>`.
 */
export function openFrames(body: Parent): void {
  for (const picture of elementsOf(body, 'picture')) openPicture(picture)
  for (const parent of [body, ...elementsOf(body)])
    if (parent.childNodes.some(node => isElement(node, 'noscript')))
      setChildren(
        parent,
        parent.childNodes.flatMap((node, index) =>
          isElement(node, 'noscript') ? openNoscript(node, neighbourImage(parent, index)) : [node],
        ),
      )
}

/** An image without an address of its own has that of the first source. */
function openPicture(picture: Element): void {
  const [source] = elementsOf(picture, 'source')
  const [image] = elementsOf(picture, 'img')
  const sources = source && (getAttribute(source, 'srcset') ?? getAttribute(source, 'data-srcset'))
  if (image && sources && !addressesOf(image)) setAttribute(image, 'srcset', sources)
}

/** The pictures of a `<noscript>`, without one that its lazy neighbour shows too. */
function openNoscript(noscript: Element, lazy: Element | undefined): Node[] {
  const plain = elementsOf(parseHtml(textOf(noscript)), 'img').filter(addressesOf)
  const [first] = plain
  if (!first || !lazy || (addressesOf(lazy) && !sharesAddress(lazy, first))) return plain
  // The plain one knows the address, the lazy one often the size.
  for (const { name, value } of first.attrs)
    if (name === 'src' || getAttribute(lazy, name) === undefined) setAttribute(lazy, name, value)
  if (!addressesOf(lazy)) lazy.attrs = lazy.attrs.filter(({ name }) => name !== 'class')
  return plain.slice(1)
}

/** The image right before a place among the children or, failing that, right after it. */
function neighbourImage({ childNodes }: Parent, index: number): Element | undefined {
  const isGap = (node: Node) => isText(node) && node.value.trim() === ''
  const before = childNodes.slice(Math.max(0, index - 3), index).findLast(node => !isGap(node))
  const after = childNodes.slice(index + 1, index + 4).find(node => !isGap(node))
  return [before, after].find((node): node is Element => !!node && isElement(node, 'img'))
}

function sharesAddress(one: Element, other: Element): boolean {
  const addresses = new Set(allAddressesOf(one))
  return allAddressesOf(other).some(address => addresses.has(address))
}
