import { type Parent } from '../html.ts'
/**
 * Several pictures in a row of which only the last has a caption share it: they become a group, and stand together.
 */
export declare function groupPictures(body: Parent): void
