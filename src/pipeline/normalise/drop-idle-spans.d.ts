import { type Parent } from '../html.ts'
/** Removes inline elements that say nothing once styles and classes are gone, and joins the text they parted. */
export declare function dropIdleSpans(parent: Parent): void
