import { createHash } from 'node:crypto'
import { parseDocument } from 'yaml'
import { isSafeAddress } from '../shared/html-policy.ts'
import { parseHtml, plainText, tidyText } from './html.ts'
import type { Report } from './problems.ts'
import { readDate } from './read-date.ts'

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
  /** The file's line on which the cover is named. */
  coverLine: number
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
}

const KNOWN_KEYS = new Set(
  'title categories date author headimg thumbnail cover tags updated excerpt lang link source'.split(' '),
)

/** A category name or title beyond this is no name. */
const MAX_NAME = 300

/**
 * Reads one seed.
 *
 * @param path below the seeds folder, with `/` between names: the id may come from it
 * @param bytes the whole file, UTF-8
 * @param timeZone IANA zone for a date without one
 * @param report is told of every problem; after an error the result is null
 */
export function readSeed(path: string, bytes: Uint8Array, timeZone: string, report: Report): Seed | null {
  let failed = false
  const fail = (line: number, reason: string) => {
    failed = true
    report({ line, severity: 'error', reason })
  }
  const warn = (line: number, reason: string) => report({ line, severity: 'warning', reason })

  const file = decode(bytes)
  if (file === null) {
    fail(1, 'not a text in UTF-8; save the file as UTF-8')
    return null
  }
  const parts = splitSeed(file)
  if ('reason' in parts) {
    fail(parts.line, parts.reason)
    return null
  }

  let text = parts.frontMatter
  let document = parseFrontMatter(text)
  const lineAt = (offset: number) => countLines(text, offset) + parts.frontMatterLine - 1
  if (document.errors.length > 0) {
    const mendedText = quoteValues(text)
    const mended = parseFrontMatter(mendedText)
    for (const error of document.errors) {
      const reason = `front matter is not valid YAML: ${firstLine(error.message)}`
      if (mended.errors.length > 0) fail(lineAt(error.pos[0]), reason)
      else warn(lineAt(error.pos[0]), `${reason}; read as plain text`)
    }
    text = mendedText
    document = mended
  }
  if (failed) return null

  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 20 })
  } catch (error) {
    fail(parts.frontMatterLine, `front matter is not valid YAML: ${firstLine(String(error))}`)
    return null
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    fail(parts.frontMatterLine, 'front matter has no "key: value" lines')
    return null
  }
  const fields = new Map(Object.entries(data))
  const lineOf = (key: string) => {
    const node = document.get(key, true) as { range?: [number, number, number] } | undefined
    return node?.range ? lineAt(node.range[0]) : parts.frontMatterLine
  }
  const textField = (...keys: string[]) => {
    for (const key of keys) {
      const value = fields.get(key)
      const text = typeof value === 'string' ? cleanText(value) : ''
      if (text) return text
      if (typeof value === 'object' && value !== null) warn(lineOf(key), `${key} is not a text; ignored`)
    }
    return null
  }
  const dateField = (key: string) => {
    const value = textField(key)
    // What a feed reader writes when it had no date.
    if (value === null || value === 'Invalid Date') {
      if (value) warn(lineOf(key), `${key} is "Invalid Date"; the article counts as undated`)
      return null
    }
    const date = readDate(value, timeZone)
    if (date === null) fail(lineOf(key), `${key} "${cut(value)}" is neither RFC 2822 nor YYYY-MM-DD HH:mm:ss`)
    return date
  }
  const addressField = (...keys: string[]) => {
    const value = textField(...keys)
    if (value === null || isSafeAddress(value, 'href')) return value
    warn(lineOf(keys.find(key => fields.has(key))!), `${keys[0]} is not a web address; ignored`)
    return null
  }

  const title = decodeEntities(textField('title') ?? '') || null
  if (title === null) fail(fields.has('title') ? lineOf('title') : parts.frontMatterLine, 'no title')
  const seed = {
    id: idOf(path),
    title: title ?? '',
    date: dateField('date'),
    updated: dateField('updated'),
    categories: readCategories(fields.get('categories'), reason => warn(lineOf('categories'), reason)),
    author: textField('author') ?? '',
    cover: addressField('headimg', 'thumbnail', 'cover'),
    coverLine: lineOf(['headimg', 'thumbnail', 'cover'].find(key => fields.get(key)) ?? ''),
    tags: [fields.get('tags') ?? []].flat(9).filter(isName).map(cleanText),
    excerpt: textField('excerpt'),
    lang: readLang(textField('lang'), reason => warn(lineOf('lang'), reason)),
    link: addressField('link', 'source'),
    extra: Object.fromEntries([...fields].filter(([key]) => !KNOWN_KEYS.has(key))),
    bodyLine: parts.bodyLine,
    body: parts.body,
  } satisfies Seed
  return failed ? null : seed
}

/** The body of a seed that `readSeed` has already accepted, without parsing its front matter again. */
export function readBody(bytes: Uint8Array): string {
  const parts = splitSeed(decode(bytes) ?? '')
  return 'body' in parts ? parts.body : ''
}

/**
 * The id of the article in a file: the 16 hex digits in its name or, if it has none, the first 16 of the SHA-256 of
 * its path below the seeds folder.
 */
export function idOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const digits = /(?<![0-9a-z])[0-9a-f]{16}(?![0-9a-z])/i.exec(name)
  return digits ? digits[0].toLowerCase() : createHash('sha256').update(path).digest('hex').slice(0, 16)
}

interface SeedParts {
  frontMatter: string
  frontMatterLine: number
  body: string
  bodyLine: number
}

/** Finds front matter and body; lines are counted from 1. */
function splitSeed(text: string): SeedParts | { line: number; reason: string } {
  const opening = /^\s*---[ \t]*\n/.exec(text)
  if (!opening)
    return {
      line: 1,
      reason: 'no front matter: the file must begin with a line ---',
    }
  const start = opening[0].length
  const frontMatterLine = countLines(text, start)
  const closing = /^---[ \t]*$/m.exec(text.slice(start))
  if (!closing)
    return {
      line: frontMatterLine - 1,
      reason: 'front matter is not closed by a line ---',
    }
  const end = start + closing.index + closing[0].length
  return {
    frontMatter: text.slice(start, start + closing.index),
    frontMatterLine,
    body: text.slice(end + 1),
    bodyLine: countLines(text, end + 1),
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text.replace(/\r\n?/g, '\n')
  } catch {
    return null
  }
}

/** Failsafe: every scalar stays the text it is, so a title `2021` or a date is not turned into something else. */
const parseFrontMatter = (text: string) => parseDocument(text, { schema: 'failsafe', prettyErrors: false })

/** Puts every line of text that YAML rejects into quotes; runs of quotes that some feeds pile up around it go. */
const quoteValues = (frontMatter: string) =>
  frontMatter.replace(/^([\w-]+):[ \t]+([^\s[{&*!|>].*)$/gm, (line, key: string, value: string) =>
    parseDocument(line, { schema: 'failsafe' }).errors.length > 0
      ? `${key}: ${JSON.stringify(value.trim().replace(/^["']{2,}|["']{2,}$/g, ''))}`
      : line,
  )

/** Feeds write `&#123;` also where no markup is read. A bare `<` stays what it is. */
const decodeEntities = (text: string) =>
  text.includes('&') ? cleanText(plainText(parseHtml(text.replace(/</g, '&lt;')))) : text

/** `a` is a path of one, `[a, b]` a path, `[[a, b], [c]]` two paths. */
function readCategories(value: unknown, warn: (reason: string) => void): string[][] {
  const list = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  if (value !== undefined && value !== '' && list.length === 0)
    warn('categories hold no name; the article is in none')
  const paths = list.some(Array.isArray) ? list.map(each => [each].flat()) : [list]
  const seen = new Map<string, string[]>()
  for (const each of paths) {
    const path = each.filter(isName).map(name => cleanText(name).slice(0, MAX_NAME))
    if (path.length > 3)
      warn(`a category path has at most three names; "${cut(path.slice(3).join('", "'))}" left out`)
    if (path.length > 0) seen.set(path.slice(0, 3).join('\n'), path.slice(0, 3))
  }
  return [...seen.values()]
}

function readLang(value: string | null, warn: (reason: string) => void): string | null {
  if (value === null) return null
  try {
    return Intl.getCanonicalLocales(value)[0] ?? null
  } catch {
    warn(`lang "${cut(value)}" is not a language tag such as zh-CN or en; ignored`)
    return null
  }
}

const isName = (value: unknown): value is string => typeof value === 'string' && cleanText(value) !== ''

/** One line of text without control characters or halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const cleanText = (text: string) => tidyText(text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/gu, ''))

const countLines = (text: string, end: number) => text.slice(0, end).split('\n').length

const firstLine = (text: string) => text.split('\n', 1)[0]!

const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
