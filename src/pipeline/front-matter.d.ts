import type { Place } from './places.ts'
import { type Report } from './problems.ts'
/**
 * Front matter, read line by line as people and feeds write it. YAML is asked where a value is more than a plain or
 * quoted text; where it rejects a value or would lose a part of it, the value is read as a person would, and a
 * warning says so.
 */
export declare class FrontMatter {
  #private
  private constructor()
  /**
   * @param firstLine the file's line on which `text` begins
   * @returns null after an error
   */
  static open(text: string, firstLine: number, report: Report): FrontMatter | null
  get keys(): string[]
  /** Where the value of a key begins. */
  placeOf(key: string): Place | undefined
  /** The value of a key as one text; empty if there is none. */
  text(key: string, isProse?: boolean): string
  /** The value of a key that holds names: a text, a list, or a list of lists. */
  names(key: string): unknown
  /** The value of a key that Shiye has no use for. */
  value(key: string): unknown
}
