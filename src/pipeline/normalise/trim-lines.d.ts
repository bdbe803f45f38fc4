import { type Parent } from '../html.ts'
/**
 * Takes away the spaces that indent a paragraph, full-width ones as of old, and those at its end. The page indents, or
 * does not, by itself.
 */
export declare function trimLines(body: Parent): void
