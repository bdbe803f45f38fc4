/** A place in a file: line and column are counted from 1, columns in UTF-16 code units as editors count them. */
export interface Place {
  line: number
  column: number
}
/**
 * Finds places by offset. Splits the text once, so that many places cost little.
 *
 * @param text with `\n` at the end of each line
 * @param firstLine the file's line on which the text begins
 */
export declare function placesOf(text: string, firstLine?: number): (offset: number) => Place
