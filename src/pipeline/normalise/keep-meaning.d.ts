import { type Parent } from '../html.ts'
/**
 * Turns what styles mean into elements, as styles go: bold, italics, struck out, raised. Takes stress within stress
 * away, and headings that only make an item of a list large.
 */
export declare function keepMeaning(body: Parent): void
