import { type Parent } from '../html.ts'
/**
 * Sets the lines about who wrote, edited and published the text apart from it: `<div class="credits">`, small and quiet,
 * at the end and, where an article begins with them, at its head. Captions must have been lifted before.
 */
export declare function setApartCredits(body: Parent): void
