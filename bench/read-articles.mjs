import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** The seed files of a folder, in the order of their names. */
export const listSeeds = dir =>
  readdirSync(dir, { recursive: true })
    .filter(file => /\.(txt|md|html)$/.test(file))
    .sort()

/**
 * A seed as other generators can take it: its fields plainly typed, its body as it stands.
 *
 * @throws if it has no front matter
 */
export function readArticle(dir, file) {
  const text = readFileSync(join(dir, file), 'utf8').replace(/^\uFEFF/, '')
  const [, head, body] = /^\s*---\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)([\s\S]*)$/.exec(text) ?? []
  if (head === undefined) throw new Error(`${file} has no front matter`)
  const { title, categories, author, date, thumbnail } = parse(head)
  return {
    id: /[0-9a-f]{16}/.exec(file)?.[0] ?? createHash('sha256').update(file).digest('hex').slice(0, 16),
    title: String(title),
    categories: [categories ?? []].flat(Infinity).map(String),
    author: String(author ?? ''),
    date: isoDate(date),
    thumbnail: thumbnail || null,
    body,
  }
}

/** What stands before the body in files of other generators. JSON is YAML, and every parser reads it alike. */
export function frontMatter(fields) {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n`
}

function isoDate(date) {
  const value = date instanceof Date ? date : new Date(String(date).replace(/^(\d{4}-\d\d-\d\d) /, '$1T'))
  return Number.isNaN(value.getTime()) ? '2000-01-01T00:00:00Z' : `${value.toISOString().slice(0, 19)}Z`
}
