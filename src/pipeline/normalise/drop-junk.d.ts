import { type Parent } from '../html.ts'
/** Removes comments, hidden elements, furniture of the source's page, and elements whose content is no text. */
export declare function dropJunk(body: Parent): void
