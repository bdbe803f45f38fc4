import type { Conversion } from './typesetter.ts'

interface Typesetter {
  /** Shows the text of a block as the reader has chosen. */
  updateText(block: Element): void
  /** What the seed says where a text is shown. */
  originalOf(text: Text): string
  /** What blocks are converted by from now on; null shows the script of the seed. */
  setConversion(wanted: Conversion | null): void
  /** The body of the article in the document, as its seed has it. */
  html?: string
}

declare global {
  /** There once an article needs it: from the head of a prerendered page, or by `loadTypesetter`. */
  var typesetter: Typesetter | undefined
}

/** Shows the text of the blocks in an element as the reader has chosen. */
export function setBlocks(element: Element): void {
  for (const block of element.children) globalThis.typesetter?.updateText(block)
}

/** Brings what sets Chinese text. An article that is not in the document yet waits for it, so that nothing moves. */
export async function loadTypesetter(): Promise<void> {
  globalThis.typesetter ??= await import('./typesetter.ts')
}
