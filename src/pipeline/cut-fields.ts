import { problemOf, type Report } from './problems.ts'

/** The keys that Shiye reads. */
export const KNOWN_KEYS: ReadonlySet<string> = new Set(
  'title categories date author headimg thumbnail cover tags updated excerpt lang link source'.split(' '),
)

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
export function cutFields(text: string, firstLine: number, report: Report) {
  const fields = new Map<string, Field>()
  const strays: Stray[] = []
  let current: Field | undefined
  let line = firstLine - 1
  for (const source of text.split('\n')) {
    line++
    if (/^\s/.test(source) || source === '') {
      if (current) current.rest.push(source)
      else if (source.trim()) strays.push({ text: source.trim(), line, after: undefined })
      continue
    }
    if (source.startsWith('#')) continue
    // A list may stand at the margin, or close its bracket there.
    if (current && (source.startsWith('-') ? current.inline === '' : closes(source, current))) {
      current.rest.push(source)
      continue
    }
    const found = splitKey(source)
    if (!found) {
      strays.push({ text: source, line, after: current })
      continue
    }
    const { key, valueAt } = found
    const value = source.slice(valueAt)
    const inline = value.trim()
    current = { key, line, inline, column: valueAt + value.indexOf(inline) + 1, rest: [] }
    const tell = (reason: string) => report(problemOf('front-matter-lenient', { line, column: 1 }, reason))
    if (found.isOdd) tell(`"${source.slice(0, valueAt)}" is read as "${key}: "`)
    const twin = fields.get(key)
    if (twin) tell(`${key} stands here again; the first that holds something counts`)
    if (!twin || isEmpty(twin)) fields.set(key, current)
  }
  return { fields, strays }
}

/** The lines of a field, for YAML to read. */
export const sourceOf = ({ key, inline, rest }: Field): string =>
  [`${JSON.stringify(key)}: ${inline}`, ...rest].join('\n')

const closes = (line: string, { inline }: Field) =>
  (line.startsWith(']') && inline.startsWith('[')) || (line.startsWith('}') && inline.startsWith('{'))

const isEmpty = ({ inline, rest }: Field) =>
  /^(''|"")?$/.test(inline) && rest.every(line => line.trim() === '')

function splitKey(source: string): { key: string; valueAt: number; isOdd: boolean } | null {
  const first = source.search(/[:：]/)
  const written = source.slice(0, Math.max(first, 0)).trimEnd()
  const known = written.toLowerCase()
  if (KNOWN_KEYS.has(known)) {
    const isStrict = source[first] === ':' && /^(\s|$)/.test(source.slice(first + 1, first + 2))
    return { key: known, valueAt: first + 1, isOdd: !isStrict || written !== known }
  }
  const colon = source.search(/:(\s|$)/)
  const key = source.slice(0, Math.max(colon, 0)).trimEnd()
  if (/^($|[-?:,[\]{}&*!|>%@`])/.test(key)) return null
  return { key: /^(".*"|'.*')$/.test(key) ? key.slice(1, -1) : key, valueAt: colon + 1, isOdd: false }
}
