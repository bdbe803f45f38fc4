import { type Report } from './problems.ts'
/** The keys that Shiye reads. */
export declare const KNOWN_KEYS: ReadonlySet<string>
/** One field of the front matter, as its lines have it. */
export interface Field {
  key: string
  /** The file's line that its key stands on. */
  line: number
  /** What follows the colon on that line, and where. */
  inline: string
  column: number
  /** The lines below that belong to it. */
  rest: string[]
}
/** A line at the margin that is no key, no comment and no part of a list. */
export interface Stray {
  text: string
  line: number
  after: Field | undefined
}
/**
 * Cuts front matter into its fields. Known keys may be in upper case, or have no space after their colon, or a
 * full-width one: that is told. Of two fields with one key the first that holds something counts.
 *
 * @param firstLine the file's line on which `text` begins
 */
export declare function cutFields(
  text: string,
  firstLine: number,
  report: Report,
): {
  fields: Map<string, Field>
  strays: Stray[]
}
/** The lines of a field, for YAML to read. */
export declare const sourceOf: ({ key, inline, rest }: Field) => string
