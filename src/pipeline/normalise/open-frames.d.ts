import { type Parent } from '../html.ts'
/**
 * Takes pictures out of the frames that hide them from a reader without scripts: the plain one that lazy loaders leave
 * in a `<noscript>`, and the addresses that stand in the sources of a `<picture>`.
 */
export declare function openFrames(body: Parent): void
