import { allowedTags, droppedTags, idPrefix, isAllowedAttribute } from '../shared/html-policy.ts'
import {
  type Element,
  HTML,
  isElement,
  isText,
  type Node,
  type Parent,
  setAttribute,
  setChildren,
} from './html.ts'

/**
 * Leaves only what `html-policy` allows. Elements that hold no text for a reader go with their content, other
 * unknown ones are unwrapped; links to elsewhere are made harmless. Doing it twice changes nothing.
 */
export function sanitise(parent: Parent): void {
  setChildren(parent, parent.childNodes.flatMap(cleanNode))
}

function cleanNode(node: Node): Node[] {
  if (isText(node)) return [node]
  if (!isElement(node) || droppedTags.has(node.tagName)) return []
  sanitise(node)
  if (!allowedTags.has(node.tagName) || node.namespaceURI !== HTML) return node.childNodes
  cleanAttributes(node)
  return [node]
}

function cleanAttributes(element: Element): void {
  for (const attribute of element.attrs) {
    const { name, value } = attribute
    if (name === 'id') attribute.value = prefixed(value)
    if (name === 'href')
      attribute.value = value.startsWith('#') && value !== '#' ? `#${prefixed(value.slice(1))}` : value.trim()
  }
  element.attrs = element.attrs.filter(
    ({ name, value, namespace }) => !namespace && isAllowedAttribute(element.tagName, name, value),
  )
  const href = element.attrs.find(({ name }) => name === 'href')?.value
  element.attrs = element.attrs.filter(({ name }) => name !== 'target' && name !== 'rel')
  if (href && /^(https?:)?\/\//i.test(href)) {
    setAttribute(element, 'target', '_blank')
    setAttribute(element, 'rel', 'noopener noreferrer nofollow ugc')
  }
}

const prefixed = (id: string) => (id.startsWith(idPrefix) ? id : idPrefix + id)
