import { type Parent } from '../html.ts'
/**
 * Rebuilds the tree as a flat run of blocks: loose text and `<br><br>` become paragraphs, wrappers go, and each
 * picture stands by itself in a `<figure>`, out of the paragraph or the bold that held it.
 */
export declare function buildBlocks(body: Parent): void
