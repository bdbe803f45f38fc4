/** The few tree operations the passes share, on parse5's own nodes: a spec-compliant parse without a DOM. */
import { type DefaultTreeAdapterTypes as Tree } from 'parse5'
export type Node = Tree.ChildNode
export type Element = Tree.Element
export type Parent = Tree.DocumentFragment | Tree.Element
/** The namespace of HTML elements; those of SVG and MathML have others. */
export declare const HTML = 'http://www.w3.org/1999/xhtml'
/**
 * Parses the body of a seed. The tree is at most `MAX_DEPTH` deep; what lies deeper moves up to that level. Whatever
 * the body holds, time and memory grow with its length and no faster.
 *
 * @param withLines tells where each element stands, for a price
 */
export declare function parseHtml(html: string, withLines?: boolean): Tree.DocumentFragment
export declare const serializeHtml: (parent: Parent) => string
export declare const isElement: (node: Node | Parent, ...tags: string[]) => node is Element
export declare const isText: (node: Node) => node is Tree.TextNode
export declare const getAttribute: (element: Element, name: string) => string | undefined
/** The first of these attributes that holds something. */
export declare function firstAttribute(element: Element, ...names: string[]): string | undefined
export declare function setAttribute(element: Element, name: string, value: string): void
export declare function createElement(
  tag: string,
  attributes?: Record<string, string>,
  children?: Node[],
): Element
export declare const createText: (value: string) => Tree.TextNode
export declare function setChildren(parent: Parent, children: Node[]): void
/** Puts `nodes` where `node` was. For more than a few of one parent, `replaceNodes` does it in one go. */
export declare function replaceNode(node: Node, ...nodes: Node[]): void
export declare const removeNode: (node: Node) => void
/** Puts others where each of these nodes was; the children of a parent are read once, however many go. */
export declare function replaceNodes(others: ReadonlyMap<Node, Node[]>): void
export declare const removeNodes: (nodes: Iterable<Node>) => void
/** All elements below `parent` in document order, or those with one of `tags`. A snapshot: the tree may change meanwhile. */
export declare function elementsOf(parent: Parent, ...tags: string[]): Element[]
/** The text a reader sees, white space as in the source and a line break around what has lines of its own. */
export declare function textOf(node: Node | Parent): string
/** The text with runs of white space as one space and without invisible characters. */
export declare const plainText: (node: Node | Parent) => string
export declare const tidyText: (text: string) => string
/** Marks piled up on a letter until they lie over the lines around it; no language needs so many. */
export declare const withoutPiles: (text: string) => string
