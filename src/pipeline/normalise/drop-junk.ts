import { droppedTags } from '../../shared/html-policy.ts'
import {
  type Element,
  elementsOf,
  firstAttribute,
  getAttribute,
  type Parent,
  removeNode,
  setChildren,
} from '../html.ts'

/** Page furniture that feeds carry along, by id or class. */
const FURNITURE =
  /(^|\s)(recommend_bottom|article_bottom|support-author|copy-code-btn|img-place-holder|view-more|aw-upload-file-list)(\s|$)/

/** Removes comments, hidden elements, furniture of the source's page, and elements whose content is no text. */
export function dropJunk(body: Parent): void {
  for (const parent of [body, ...elementsOf(body)])
    setChildren(
      parent,
      parent.childNodes.filter(node => node.nodeName !== '#comment'),
    )
  for (const element of elementsOf(body)) if (isJunk(element)) removeNode(element)
}

const isJunk = (element: Element) =>
  droppedTags.has(element.tagName) ||
  getAttribute(element, 'hidden') !== undefined ||
  /(^|;)\s*display\s*:\s*none/i.test(getAttribute(element, 'style') ?? '') ||
  FURNITURE.test(firstAttribute(element, 'id') ?? '') ||
  FURNITURE.test(firstAttribute(element, 'class') ?? '')
