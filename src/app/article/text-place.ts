import { way } from '../ui/way.ts'
import type { BodyText } from './body-text.ts'

/** A place that stays with its text when other text comes before it, or is set otherwise. */
export interface TextPlace {
  node: Text
  offset: number
}

/** The place at an offset of a text; null at one that nothing is read at. */
export function placeAt(text: BodyText, offset: number): TextPlace | null {
  const range = text.rangeOf(offset, offset + 1)
  return range && { node: range.startContainer as Text, offset: range.startOffset }
}

/** Where in a text, read again, a place is; undefined once it is gone from the page. */
export function offsetOfPlace(text: BodyText, { node, offset }: TextPlace): number | undefined {
  return node.isConnected ? text.offsetOf(node, Math.min(offset, node.length)) : undefined
}

/** Where in a text the reader is: at the beginning of the first block that reaches below a line of the window. */
export function offsetInView(body: Element, text: BodyText, line: number): number {
  const firstBelow = (blocks: Iterable<Element>) =>
    [...blocks].find(block => way().stretchOf(block).end > way().lineFor(line))
  const first = firstBelow(body.children)
  if (!first) return text.text.length
  // A long body stands in parts: see body-parts.ts.
  const block = first.classList.contains('article-part') ? (firstBelow(first.children) ?? first) : first
  return text.offsetOf(block, 0)
}
