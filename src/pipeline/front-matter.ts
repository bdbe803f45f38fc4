import { cutFields, type Field, sourceOf } from './cut-fields.ts'
import type { Place } from './places.ts'
import { problemOf, type Report } from './problems.ts'
import { isBlockMark, readScalar, unquote } from './scalars.ts'
import { parseYaml, type Yaml } from './yaml.ts'

/** In these every character is meant: feeds write them without quotes, whatever YAML would make of a `#` or `:`. */
const PROSE = new Set(['title', 'author', 'excerpt'])

/** Front matter beyond this is a body whose opening line --- is missing. */
const MAX_LENGTH = 64 * 1024

/** Nobody writes longer lists; beyond it no item is worth asking YAML. */
const MAX_ITEMS = 100

/**
 * Front matter, read line by line as people and feeds write it. YAML is asked where a value is more than a plain or
 * quoted text; where it rejects a value or would lose a part of it, the value is read as a person would, and a
 * warning says so.
 */
export class FrontMatter {
  readonly #fields: Map<string, Field>
  readonly #text: string
  readonly #report: Report
  #whole: Yaml | undefined

  private constructor(text: string, fields: Map<string, Field>, report: Report) {
    this.#text = text
    this.#fields = fields
    this.#report = report
  }

  /**
   * @param firstLine the file's line on which `text` begins
   * @returns null after an error
   */
  static open(text: string, firstLine: number, report: Report): FrontMatter | null {
    const fail = (rule: 'front-matter-long' | 'front-matter-yaml', line: number, reason: string) => {
      report(problemOf(rule, { line }, reason))
      return null
    }
    if (text.length > MAX_LENGTH)
      return fail('front-matter-long', firstLine, 'front matter is longer than 64 KB')
    const { fields, strays } = cutFields(text, firstLine, report)
    if (strays.length > 0) {
      const yaml = parseYaml(text)
      // `{a: b}` and the like: YAML has ways to write that do not go by lines.
      if (yaml.error === null) return new FrontMatter(text, fieldsOf(yaml, firstLine), report)
      if (fields.size > 0)
        for (const { line, text, after } of strays) {
          if (!after?.inline || text.startsWith('-'))
            return fail('front-matter-yaml', line, `front matter is not valid YAML: ${yaml.error}`)
          after.rest.push(text)
          const reason = `${after.key} goes on in a line that is not indented; read as one text`
          report(problemOf('front-matter-lenient', { line, column: 1 }, reason))
        }
    }
    if (fields.size === 0)
      return fail('front-matter-yaml', firstLine, 'front matter has no "key: value" lines')
    return new FrontMatter(text, fields, report)
  }

  get keys(): string[] {
    return [...this.#fields.keys()]
  }

  /** Where the value of a key begins. */
  placeOf(key: string): Place | undefined {
    const field = this.#fields.get(key)
    return field && { line: field.line, column: field.column }
  }

  /** The value of a key as one text; empty if there is none. */
  text(key: string, isProse = PROSE.has(key)): string {
    const field = this.#fields.get(key)
    if (!field) return ''
    const lines = linesOf(field)
    const joined = lines.join(' ')
    const simple = lines.length < 2 ? readScalar(joined) : null
    if (simple !== null) return simple

    const yaml = this.#yamlOf(field)
    const value = yaml.error === null ? yaml.get(key) : undefined
    const isLiteral = isProse && !/^["']/.test(joined) && !isBlockMark(field.inline)
    if (typeof value === 'string' && (!isLiteral || squash(value) === squash(joined))) return value
    if (key === 'author' && isNames(value)) {
      const text = value.join(', ')
      this.#tellLenient(field, `author is a list; read as "${cut(text)}"`)
      return text
    }
    if (yaml.error === null && !isLiteral) {
      this.#report(problemOf('field-unusable', field, `${key} is not a text; ignored`))
      return ''
    }
    const text = isLiteral ? joined : unquote(joined)
    this.#tellMisread(field, key, yaml.error, value, text)
    return text
  }

  /** The value of a key that holds names: a text, a list, or a list of lists. */
  names(key: string): unknown {
    const field = this.#fields.get(key)
    if (!field) return undefined
    const below = field.rest.filter(line => line.trim() !== '')
    if (field.inline === '' && isFlatList(below)) return this.#items(field)
    const simple = below.length === 0 ? readScalar(field.inline) : null
    if (simple !== null) return simple

    const yaml = this.#yamlOf(field)
    const isCollection = field.inline === '' || /^[[{&*!"'|>]/.test(field.inline)
    if (yaml.error === null && isCollection) return withoutPairs(yaml.get(key))
    if (!isCollection) return this.text(key, true)
    const names = linesOf(field).flatMap(namesIn)
    this.#tellMisread(field, key, yaml.error, undefined, names.join(', '))
    return names
  }

  /** The value of a key that Shiye has no use for. */
  value(key: string): unknown {
    const field = this.#fields.get(key)!
    const lines = linesOf(field)
    const simple = lines.length < 2 ? readScalar(lines.join('')) : null
    if (simple !== null) return simple
    return this.#yaml.error === null ? this.#yaml.get(key) : lines.join('\n')
  }

  /** The names of a list that has one on each line and no list within. */
  #items(field: Field): string[] {
    const indents = new Set<string>()
    const names: string[] = []
    field.rest.forEach((source, index) => {
      const item = source.trim()
      if (item === '') return
      indents.add(source.slice(0, source.indexOf('-')))
      const text = item.slice(1).trim()
      const place = { line: field.line + 1 + index, column: source.length - text.length + 1 }
      names.push(names.length < MAX_ITEMS ? this.#item(field.key, text, place) : unquote(text))
      if (/^-[^\s]/.test(item)) this.#tellLenient(place, `"${cut(item)}" is read as "- ${cut(text)}"`)
    })
    if (indents.size > 1 || [...indents].some(indent => indent.includes('\t')))
      this.#tellLenient(field, `${field.key} is indented unevenly or by tabs; each line is read as one name`)
    return names
  }

  #item(key: string, text: string, place: Place): string {
    const simple = readScalar(text)
    if (simple !== null) return simple
    const yaml = parseYaml(`item: ${text}`)
    const isQuoted = /^["']/.test(text)
    const value = yaml.error === null ? yaml.get('item') : undefined
    if (typeof value === 'string' && (isQuoted || value === text)) return value
    const name = isQuoted ? unquote(text) : text
    this.#tellMisread(place, key, yaml.error, value, name)
    return name
  }

  /** What YAML makes of the field: as a part of the whole, where that is valid, for an alias may point elsewhere. */
  #yamlOf(field: Field): Yaml {
    const isInWhole = this.#yaml.error === null && this.#yaml.keys.includes(field.key)
    return isInWhole ? this.#yaml : parseYaml(sourceOf(field))
  }

  get #yaml(): Yaml {
    this.#whole ??= parseYaml(this.#text)
    return this.#whole
  }

  #tellMisread(place: Place, key: string, error: string | null, value: unknown, text: string) {
    const reason =
      error === null
        ? `YAML would read ${key} as ${cut(JSON.stringify(value) ?? 'nothing')}; read as "${cut(text)}"`
        : `front matter is not valid YAML: ${error}; read as plain text`
    this.#tellLenient(place, reason)
  }

  #tellLenient(place: Place, reason: string) {
    this.#report(problemOf('front-matter-lenient', place, reason))
  }
}

/** The fields of front matter that does not go by lines, as if it did: JSON is YAML on one line. */
function fieldsOf(yaml: Extract<Yaml, { error: null }>, line: number): Map<string, Field> {
  return new Map(
    yaml.keys.map(key => [key, { key, line, column: 1, inline: JSON.stringify(yaml.get(key)), rest: [] }]),
  )
}

const linesOf = ({ inline, rest }: Field): string[] =>
  [inline, ...rest.map(line => line.trim())].filter(line => line !== '')

/** Whether each line is one name, and none a list of its own. */
function isFlatList(lines: string[]): boolean {
  return (
    lines.length > 0 &&
    lines.every((line, index) => {
      const item = line.trim()
      if (!item.startsWith('-')) return false
      const text = item.slice(1).trim()
      if (/^(-\s|-$|\[.*\]$|\{.*\}$)/.test(text)) return false
      return text !== '' || index + 1 === lines.length || indentOf(lines[index + 1]!) <= indentOf(line)
    })
  )
}

const indentOf = (line: string) => line.length - line.trimStart().length

/** In lists of names YAML takes `a: b` for a pair. */
function withoutPairs(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map(each => {
    if (Array.isArray(each) || typeof each !== 'object' || each === null) return withoutPairs(each)
    const [pair, ...others] = Object.entries(each)
    return pair && others.length === 0 && typeof pair[1] === 'string' ? `${pair[0]}: ${pair[1]}` : each
  })
}

/** The names in a line of a list that YAML rejects. */
function namesIn(line: string): string[] {
  const isMark = (character: string | undefined) => character !== undefined && '-[]{} \t'.includes(character)
  let start = 0
  while (isMark(line[start])) start++
  let end = line.length
  while (end > start && isMark(line[end - 1])) end--
  return line
    .slice(start, end)
    .split(',')
    .map(name => unquote(name.trim()))
    .filter(name => name !== '')
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(each => typeof each === 'string')

const squash = (text: string) => text.replace(/\s+/g, ' ').trim()

const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
