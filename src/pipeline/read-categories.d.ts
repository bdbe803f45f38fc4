import type { RuleId } from './rules.ts'
/** A name beyond this is no name. */
export declare const MAX_NAME = 300
type Tell = (rule: RuleId, reason: string) => void
/** Paths of one to three names: `a` is a path of one, `[a, b]` a path, `[[a, b], [c]]` two paths. */
export declare function readCategories(value: unknown, tell: Tell): string[][]
/**
 * Feeds once wrote two names, the second of source and channel (`ZAKER - channel`), and later three. The old form
 * becomes the new one, so that both meet in one category.
 *
 * It is known by its shape: a path of two whose last name is joined by ` - `, under an author of the same joined
 * name. Other names that hold a dash are left alone. The author is then the source.
 */
export declare function splitJoined(
  categories: string[][],
  author: string,
): {
  categories: string[][]
  author: string
}
