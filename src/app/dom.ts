/** React for the browser, in a module of its own: it runs in a task of its own, before ours. */
export { createRoot, hydrateRoot } from 'react-dom/client'

/*
 * Translators and blockers take away what React takes for its own, and a browser that is asked to remove it once more, or
 * to put something before it, throws: the whole page would go. What is gone need not go again.
 */
const { insertBefore, removeChild } = Node.prototype
Object.assign(Node.prototype, {
  removeChild(this: Node, child: Node) {
    return child.parentNode === this ? removeChild.call(this, child) : child
  },
  insertBefore(this: Node, node: Node, next: Node | null) {
    return insertBefore.call(this, node, next?.parentNode === this ? next : null)
  },
})
