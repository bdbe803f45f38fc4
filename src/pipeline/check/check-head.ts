import { whyUnsafe } from '../category-address.ts'
import { quoted } from '../clean-text.ts'
import { KNOWN_KEYS } from '../cut-fields.ts'
import { elementsOf, parseHtml } from '../html.ts'
import type { Place } from '../places.ts'
import { problemOf, type Report } from '../problems.ts'
import type { Seed } from '../read-seed.ts'
import { similarKey } from './similar-key.ts'

/**
 * What is odd in front matter that can be read: nothing that keeps an article out, but likely not what was meant.
 *
 * @param now in milliseconds, for dates in the future
 */
export function checkHead(seed: Seed, now: number, report: Report): void {
  const placeOf = (key: string): Place => seed.places.get(key) ?? { line: 1, column: 1 }
  if (!seed.places.has('date')) report(problemOf('date-missing', { line: 1, column: 1 }, 'no date'))
  for (const key of ['date', 'updated'] as const)
    if (seed[key] && Date.parse(seed[key]) > now)
      report(problemOf('date-future', placeOf(key), `${key} ${seed[key]} lies in the future`))

  const markup = elementsOf(parseHtml(seed.title))[0]
  if (markup) {
    const reason = `the title holds markup, <${markup.tagName}>, which is shown as it stands`
    report(problemOf('title-markup', placeOf('title'), reason))
  }

  for (const name of new Set(seed.categories.flat())) {
    const why = whyUnsafe(name)
    if (why) report(problemOf('category-unsafe', placeOfName(seed, name), `category ${quoted(name)} ${why}`))
  }

  for (const key of Object.keys(seed.extra)) {
    const known = similarKey(key, KNOWN_KEYS)
    if (!known) continue
    const place = { line: placeOf(key).line, column: 1 }
    report(problemOf('front-matter-key', place, `unknown key ${quoted(key)}; is it "${known}"?`))
  }
}

/** Where the list holds the name; where it is written otherwise there, the place of the list. */
function placeOfName({ places, frontMatter, frontMatterLine }: Seed, name: string): Place {
  const list = places.get('categories') ?? { line: 1, column: 1 }
  const lines = frontMatter.split('\n')
  for (let line = list.line; line - frontMatterLine < lines.length; line++) {
    const text = lines[line - frontMatterLine]!
    if (line > list.line && /^[^\s\-\]]/.test(text)) break
    const column = text.indexOf(name, line === list.line ? list.column - 1 : 0) + 1
    if (column > 0) return { line, column }
  }
  return list
}
