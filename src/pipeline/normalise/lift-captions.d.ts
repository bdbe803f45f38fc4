import { type Parent } from '../html.ts'
/**
 * A line right after a picture becomes its caption if its wording says so, or if it could be one and its look sets it
 * apart from the text. Position says nothing: after a picture the article goes on more often than not, and a lost
 * paragraph is worse than a missed caption. Of several pictures in a row the last has the caption.
 */
export declare function liftCaptions(body: Parent): void
