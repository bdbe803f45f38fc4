import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { isSafeAddress } from '../shared/html-policy.ts'
import { cleanText, decodeEntities, quoted } from './clean-text.ts'
import { KNOWN_KEYS } from './cut-fields.ts'
import { FrontMatter } from './front-matter.ts'
import type { Place } from './places.ts'
import { problemOf, type Report } from './problems.ts'
import { MAX_NAME, readCategories, splitJoined } from './read-categories.ts'
import { readDate, secondsReadAsMilliseconds } from './read-date.ts'
import type { RuleId } from './rules.ts'

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

/** A title beyond this, in UTF-16 code units, is a paragraph. */
const MAX_TITLE = MAX_NAME

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
export function readSeed(path: string, bytes: Uint8Array, timeZone: string, report: Report): Seed | null {
  const file = decode(bytes)
  if (file === null) {
    report(problemOf('file-encoding', { line: 1 }, 'not a text in UTF-8; save the file as UTF-8'))
    return null
  }
  const parts = splitSeed(file)
  if ('reason' in parts) {
    report(problemOf(parts.rule, parts, parts.reason))
    return null
  }
  const frontMatter = FrontMatter.open(parts.frontMatter, parts.frontMatterLine, report)
  if (!frontMatter) return null

  let failed = false
  const placeOf = (key: string) => frontMatter.placeOf(key) ?? { line: parts.frontMatterLine, column: 1 }
  const tell = (rule: RuleId, key: string, reason: string) => {
    const problem = problemOf(rule, placeOf(key), reason)
    failed ||= problem.severity === 'error'
    report(problem)
  }
  const textField = (key: string) => cleanText(frontMatter.text(key))
  const dateField = (key: string) => {
    const value = textField(key)
    // What a feed reader writes when it had no date.
    if (value === 'Invalid Date')
      tell('date-missing', key, `${key} is "Invalid Date"; the article counts as undated`)
    if (value === '' || value === 'Invalid Date') return null
    const date = readDate(value, timeZone)
    if (date === null)
      tell('date-unreadable', key, `${key} ${quoted(value)} is neither RFC 2822 nor YYYY-MM-DD HH:mm:ss`)
    if (date === '1970-01-01T00:00:00Z') {
      tell('date-missing', key, `${key} is the beginning of all clocks; the article counts as undated`)
      return null
    }
    const meant = date && secondsReadAsMilliseconds(date)
    if (meant)
      tell('date-seconds', key, `${key} ${quoted(value)} took seconds for milliseconds; read as ${meant}`)
    return meant || date
  }
  const addressField = (...keys: string[]) => {
    const key = keys.find(each => frontMatter.text(each) !== '')
    const value = key ? textField(key) : ''
    if (!value || isAddress(value)) return value || null
    tell('field-unusable', key!, `${key} is not a web address; ignored`)
    return null
  }
  const langField = () => {
    const value = textField('lang')
    try {
      return value === '' ? null : (Intl.getCanonicalLocales(value)[0] ?? null)
    } catch {
      tell(
        'field-unusable',
        'lang',
        `lang ${quoted(value)} is not a language tag such as zh-CN or en; ignored`,
      )
      return null
    }
  }
  const titleField = () => {
    const title = decodeEntities(textField('title'))
    if (title === '') tell('title-missing', 'title', 'no title')
    if (title.length <= MAX_TITLE) return title
    tell('title-long', 'title', `the title has ${title.length} characters; cut after ${MAX_TITLE}`)
    return `${cleanText(title.slice(0, MAX_TITLE))}…`
  }

  const title = titleField()
  const { categories, author } = splitJoined(
    readCategories(frontMatter.names('categories'), (rule, reason) => tell(rule, 'categories', reason)),
    decodeEntities(textField('author')),
  )
  const unknown = frontMatter.keys.filter(key => !KNOWN_KEYS.has(key))
  const seed = {
    id: idOf(path),
    title,
    date: dateField('date'),
    updated: dateField('updated'),
    categories,
    author,
    cover: addressField('headimg', 'thumbnail', 'cover'),
    coverPlace: placeOf(['headimg', 'thumbnail', 'cover'].find(key => frontMatter.text(key)) ?? ''),
    tags: [frontMatter.names('tags') ?? []].flat(9).filter(isName).map(cleanText).map(decodeEntities),
    excerpt: decodeEntities(textField('excerpt')) || null,
    lang: langField(),
    link: addressField('link', 'source'),
    extra: Object.fromEntries(unknown.map(key => [key, frontMatter.value(key)])),
    bodyLine: parts.bodyLine,
    body: parts.body,
    frontMatter: parts.frontMatter,
    frontMatterLine: parts.frontMatterLine,
    places: new Map(frontMatter.keys.map(key => [key, frontMatter.placeOf(key)!])),
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
function splitSeed(text: string): SeedParts | { rule: RuleId; line: number; reason: string } {
  const opening = /^\s*---[ \t]*\n/.exec(text)
  if (!opening)
    return {
      rule: 'front-matter-missing',
      line: 1,
      reason: 'no front matter: the file must begin with a line ---',
    }
  const start = opening[0].length
  const frontMatterLine = countLines(text, start)
  const closing = /^---[ \t]*$/m.exec(text.slice(start))
  if (!closing)
    return {
      rule: 'front-matter-unclosed',
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
  if (!isUtf8(bytes)) return null
  const { buffer, byteOffset, byteLength } = bytes
  const text = Buffer.from(buffer, byteOffset, byteLength)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  if (text.includes('\0')) return null
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

const isName = (value: unknown): value is string => typeof value === 'string' && cleanText(value) !== ''

/** Feeds also write what a template left behind: `{user.avatarUrl}`, `undefined`. */
const isAddress = (value: string) =>
  isSafeAddress(value, 'href') && !/^(&#123;|[{$]|undefined$|null$)/.test(value)

function countLines(text: string, end: number): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
