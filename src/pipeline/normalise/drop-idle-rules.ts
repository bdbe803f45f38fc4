import { isElement, type Node, type Parent, setChildren } from '../html.ts'

/** Removes rules that part nothing: at either end of the article, below a heading or beside another rule. */
export function dropIdleRules(body: Parent): void {
  const kept: Node[] = []
  for (const node of body.childNodes) {
    const before = kept.at(-1)
    const isIdle = !before || isElement(before, 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
    if (!isElement(node, 'hr') || !isIdle) kept.push(node)
  }
  while (kept.length > 0 && isElement(kept.at(-1)!, 'hr')) kept.pop()
  if (kept.length < body.childNodes.length) setChildren(body, kept)
}
