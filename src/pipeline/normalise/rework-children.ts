import { type Node, type Parent, setChildren } from '../html.ts'

/**
 * Puts what `rework` returns in place of each child, all in one go; a child for which it returns nothing stays. Almost
 * all stay in almost all passes, so the list is only made anew where one does not.
 */
export function reworkChildren(
  parent: Parent,
  rework: (node: Node, index: number, siblings: Node[]) => Node[] | undefined,
): void {
  const siblings = parent.childNodes
  let reworked: Node[] | undefined
  for (let index = 0; index < siblings.length; index++) {
    const node = siblings[index]!
    const others = rework(node, index, siblings)
    if (others) reworked ??= siblings.slice(0, index)
    if (others) for (const other of others) reworked!.push(other)
    else reworked?.push(node)
  }
  if (reworked) setChildren(parent, reworked)
}
