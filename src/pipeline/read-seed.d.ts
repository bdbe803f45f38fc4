import type { Place } from './places.ts'
import { type Report } from './problems.ts'
/** The front matter of a seed, checked and typed. */
export interface SeedHead {
  id: string
  title: string
  /** ISO 8601 in UTC, or null if the seed has none. */
  date: string | null
  updated: string | null
  /** Paths of one to three names. */
  categories: string[][]
  author: string
  /** The address as the seed has it. */
  cover: string | null
  /** Where in the file the cover is named. */
  coverPlace: Place
  tags: string[]
  excerpt: string | null
  lang: string | null
  link: string | null
  /** Keys that Shiye has no use for, kept as they were. */
  extra: Record<string, unknown>
  /** The file's line, counted from 1, on which the body begins. */
  bodyLine: number
}
export interface Seed extends SeedHead {
  /** Raw HTML, not to be trusted. */
  body: string
  /** Where in the file the value of each key stands. */
  places: Map<string, Place>
  /** The lines between the dashes, and the file's line on which they begin. */
  frontMatter: string
  frontMatterLine: number
}
/**
 * Reads one seed.
 *
 * @param path below the seeds folder, with `/` between names: the id may come from it
 * @param bytes the whole file, UTF-8
 * @param timeZone IANA zone for a date without one
 * @param report is told of every problem; after an error the result is null
 */
export declare function readSeed(
  path: string,
  bytes: Uint8Array,
  timeZone: string,
  report: Report,
): Seed | null
/** The body of a seed that `readSeed` has already accepted, without parsing its front matter again. */
export declare function readBody(bytes: Uint8Array): string
/**
 * The id of the article in a file: the 16 hex digits in its name or, if it has none, the first 16 of the SHA-256 of
 * its path below the seeds folder.
 */
export declare function idOf(path: string): string
