import {
  createElement,
  type Element,
  elementsOf,
  isElement,
  type Node,
  type Parent,
  setChildren,
} from '../html.ts'

/** More pictures than this in a row are a gallery, and one line under the last does not speak of them all. */
const MAX_GROUP = 9

/**
 * Several pictures in a row of which only the last has a caption share it: they become a group, and stand together.
 */
export function groupPictures(body: Parent): void {
  for (const parent of [body, ...elementsOf(body)]) {
    if (parent.childNodes.filter(node => isElement(node, 'figure')).length < 2) continue
    const blocks: Node[] = []
    let row: Element[] = []
    for (const node of parent.childNodes) {
      if (!isPictureFigure(node)) {
        blocks.push(...row, node)
        row = []
      } else if (hasCaption(node)) {
        blocks.push(...grouped([...row, node]))
        row = []
      } else row.push(node)
    }
    setChildren(parent, [...blocks, ...row])
  }
}

const grouped = (row: Element[]): Element[] =>
  row.length > 1 && row.length <= MAX_GROUP ? [createElement('div', { class: 'picture-group' }, row)] : row

const hasCaption = (figure: Element) => figure.childNodes.some(node => isElement(node, 'figcaption'))

const isPictureFigure = (node: Node): node is Element =>
  isElement(node, 'figure') && elementsOf(node, 'img').length > 0
