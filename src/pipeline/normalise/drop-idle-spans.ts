import { type Element, isElement, isText, type Node, type Parent, setChildren } from '../html.ts'

/** Removes inline elements that say nothing once styles and classes are gone, and joins the text they parted. */
export function dropIdleSpans(parent: Parent): void {
  if (parent.childNodes.length === 1 && isText(parent.childNodes[0]!)) return
  const nodes: Node[] = []
  for (const child of parent.childNodes) {
    if (isElement(child) && child.tagName !== 'pre') dropIdleSpans(child)
    for (const node of isIdle(child) ? child.childNodes : [child]) {
      const last = nodes.at(-1)
      if (isText(node) && last && isText(last)) last.value += node.value
      else nodes.push(node)
    }
  }
  setChildren(parent, nodes)
}

const isIdle = (node: Node): node is Element =>
  isElement(node, 'span', 'font', 'label', 'big', 'nobr') &&
  !node.attrs.some(({ name }) => name === 'id' || name === 'lang' || name === 'dir')
