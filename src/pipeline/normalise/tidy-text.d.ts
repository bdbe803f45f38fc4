import { type Parent } from '../html.ts'
/**
 * Brings text to what a reader means to copy: no invisible characters, plain spaces in code; and in a text without any
 * markup, lines stay lines.
 */
export declare function tidyText(body: Parent): void
