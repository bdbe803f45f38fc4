import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'

/** Says what is wrong with the value at a node. */
export type Warn = (node: unknown, reason: string) => void

/**
 * How a setting is read: what it takes, and what holds when the file has none. What will not do is told, and the rest
 * is still taken.
 */
export interface Setting<T> {
  fallback: T
  read(node: unknown, name: string, warn: Warn): T
}

/** The value of a scalar; undefined for anything else. */
const scalarOf = (node: unknown): unknown => (isScalar(node) ? node.value : undefined)

/**
 * A text.
 *
 * @param wanted what to write, for who wrote something else
 * @param accept the text as it is to be used, or null if it will not do
 */
export const text = <T extends string | null>(
  fallback: T,
  wanted: string,
  accept: (value: string) => string | null,
): Setting<string | T> => ({
  fallback,
  read(node, name, warn) {
    const value = scalarOf(node)
    const accepted = typeof value === 'string' ? accept(value) : null
    if (accepted !== null) return accepted
    warn(node, `${name} must be ${wanted}; ${fallback === null ? 'it is left out' : `"${fallback}" is used`}`)
    return fallback
  },
})

/** A list; an item that will not do (null) is left out of it. */
export const list = <T, F extends T[] | null>(fallback: F, item: Setting<T | null>): Setting<T[] | F> => ({
  fallback,
  read(node, name, warn) {
    if (isSeq(node))
      return node.items
        .map((each, index) => item.read(each, `${name}[${index}]`, warn))
        .filter(value => value !== null)
    warn(node, `${name} must be a list`)
    return fallback
  },
})

/** Settings under names. Unknown names are told; one that is not there has its fallback. */
export const group = <T extends object>(settings: { [Name in keyof T]: Setting<T[Name]> }): Setting<T> => {
  const names = Object.keys(settings) as (keyof T & string)[]
  const fallback = Object.fromEntries(names.map(name => [name, settings[name].fallback])) as T
  return {
    fallback,
    read(node, name, warn) {
      const found = { ...fallback }
      if (!isMap(node)) {
        if (name) warn(node, `${name} must be an object with ${names.join(', ')}`)
        return found
      }
      for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
        const own = String(scalarOf(key))
        const full = name ? `${name}.${own}` : own
        if (Object.hasOwn(settings, own)) {
          const known = own as keyof T & string
          found[known] = settings[known].read(value, full, (at, reason) => warn(at ?? key, reason))
        } else warn(key, `unknown setting "${full}"; known are ${names.join(', ')}`)
      }
      return found
    },
  }
}

/** A group that is only of use whole: null if a part of it is missing or will not do. */
export const whole = <T extends object>(
  settings: { [Name in keyof T]: Setting<T[Name] | null> },
): Setting<T | null> => {
  const parts = group<{ [Name in keyof T]: T[Name] | null }>(settings)
  return {
    fallback: null,
    read(node, name, warn) {
      const found = parts.read(node, name, warn)
      const missing = Object.keys(settings).filter(key => !(isMap(node) && node.has(key)))
      if (isMap(node) && missing.length > 0) warn(node, `${name} lacks ${missing.join(' and ')}`)
      return Object.values(found).includes(null) ? null : (found as T)
    },
  }
}

/**
 * Reads a file of settings.
 *
 * @param report is told of everything that will not do, with the line
 */
export function readSettings<T>(
  json: string,
  settings: Setting<T>,
  report: (line: number, reason: string) => void,
): T {
  const tell = (offset: number, reason: string) => report(json.slice(0, offset).split('\n').length, reason)
  // JSON is YAML 1.2; this parser, unlike JSON.parse, tells where each value stands.
  const document = parseDocument(json, { prettyErrors: false })
  for (const error of document.errors) tell(error.pos[0], `not valid JSON: ${error.message}`)
  return settings.read(document.contents, '', (node, reason) =>
    tell((node as Node | null)?.range?.[0] ?? 0, reason),
  )
}
