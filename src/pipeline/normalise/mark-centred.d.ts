import { type Parent } from '../html.ts'
/** Marks the short lines that the author centred (verse, a dedication, “* * *”), so that the mark outlives the blocks. */
export declare function markCentred(body: Parent): void
/** A paragraph that holds nothing but a centred line is centred; elsewhere the mark goes. */
export declare function settleCentred(body: Parent): void
