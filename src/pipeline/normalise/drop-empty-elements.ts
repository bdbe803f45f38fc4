import {
  createText,
  elementsOf,
  getAttribute,
  isElement,
  type Parent,
  removeNode,
  replaceNode,
  textOf,
  tidyText,
} from '../html.ts'

/** Elements that say something without holding anything. */
const SPEAKING = ['img', 'hr', 'br', 'wbr', 'td', 'th', 'col', 'colgroup', 'tr', 'video', 'audio']

/** Removes elements with neither text nor picture: `<p></p>`, `<p><br></p>`, `<a href></a>`, `<ul> </ul>`. */
export function dropEmptyElements(body: Parent): void {
  // From the inside out, so that what held only husks is seen to be one.
  for (const element of elementsOf(body).reverse()) {
    if (SPEAKING.includes(element.tagName) || element.childNodes.some(isFull)) continue
    // A link within the article leads here.
    if (getAttribute(element, 'id') !== undefined) continue
    // A bold or coloured space still parts two words.
    if (isElement(element, 'span', 'b', 'strong', 'i', 'em', 'font', 'a') && textOf(element) !== '')
      replaceNode(element, createText(' '))
    else removeNode(element)
  }
}

const isFull = (node: Parameters<typeof textOf>[0]) =>
  isElement(node) ? node.tagName !== 'br' && node.tagName !== 'wbr' : tidyText(textOf(node)) !== ''
