import { cleanText, decodeEntities, quoted } from './clean-text.ts'
import type { RuleId } from './rules.ts'

/** A name beyond this is no name. */
export const MAX_NAME = 300

type Tell = (rule: RuleId, reason: string) => void

/** Paths of one to three names: `a` is a path of one, `[a, b]` a path, `[[a, b], [c]]` two paths. */
export function readCategories(value: unknown, tell: Tell): string[][] {
  const list = typeof value === 'string' ? (value === '' ? [] : [value]) : Array.isArray(value) ? value : []
  if (value && list.length === 0) tell('category-type', 'categories hold no name; the article is in none')
  const paths = list.some(Array.isArray) ? list.map(each => [each].flat()) : [list]
  const seen = new Map<string, string[]>()
  for (const each of paths) {
    const names = each.map(cleanName)
    if (each.some(holdsControls)) tell('category-unsafe', 'a category name holds control characters; removed')
    if (names.includes('')) tell('category-empty', 'a category has an empty name; left out')
    const path = names.filter(name => name !== '')
    if (path.length > 3)
      tell(
        'category-depth',
        `a category path has at most three names; ${path.slice(3).map(quoted).join(', ')} left out`,
      )
    if (path.length > 0) seen.set(path.slice(0, 3).join('\n'), path.slice(0, 3))
  }
  return [...seen.values()]
}

/**
 * Feeds once wrote two names, the second of source and channel (`ZAKER - channel`), and later three. The old form
 * becomes the new one, so that both meet in one category.
 *
 * It is known by its shape: a path of two whose last name is joined by ` - `, under an author of the same joined
 * name. Other names that hold a dash are left alone. The author is then the source.
 */
export function splitJoined(categories: string[][], author: string) {
  const joint = author.indexOf(' - ')
  const source = author.slice(0, Math.max(joint, 0)).trim()
  const channel = author.slice(joint + 3).trim()
  const isJoined = (path: string[]) => path.length === 2 && path[1] === author
  if (!source || !channel || !categories.some(isJoined)) return { categories, author }
  return {
    author: source,
    categories: categories.map(path => (isJoined(path) ? [path[0]!, source, channel] : path)),
  }
}

/** A dash left over at an end, as in `— 分类`, is no part of the name. */
function cleanName(name: unknown): string {
  if (typeof name !== 'string') return ''
  const text = decodeEntities(cleanText(name)).slice(0, MAX_NAME)
  return cleanText(text)
    .replace(/^[-–—―]+ /, '')
    .replace(/ [-–—―]+$/, '')
}

const holdsControls = (name: unknown) => typeof name === 'string' && /(?!\s)\p{Cc}/u.test(name)
