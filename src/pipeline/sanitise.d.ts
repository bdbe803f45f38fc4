import { type Parent } from './html.ts'
/**
 * Leaves only what `html-policy` allows. Elements that hold no text for a reader go with their content, other
 * unknown ones are unwrapped; links to elsewhere are made harmless. Doing it twice changes nothing, and the browser's
 * gate (`purifier.ts`) finds nothing left to do.
 */
export declare function sanitise(parent: Parent): void
