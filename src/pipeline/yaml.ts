import { isMap, parseDocument } from 'yaml'

/** What YAML makes of a text: an error, or the value of each key. */
export type Yaml = { error: string } | { error: null; keys: string[]; get: (key: string) => unknown }

/** A longer text is not worth YAML's time: whatever is worst for it then takes 0.1 s, and people do not write so much. */
const MAX_LENGTH = 16 * 1024

/** Aliases may stand for each other; more than this is an attempt to fill the memory. */
const MAX_ALIASES = 20

/**
 * Reads `key: value` lines as YAML 1.2. By the failsafe schema every scalar stays the text it is, so that a title
 * `2021` or a date is not turned into something else.
 */
export function parseYaml(text: string): Yaml {
  if (text.length > MAX_LENGTH) return { error: 'it is longer than 16 KB' }
  try {
    // Whether keys are unique is asked for each pair of them, which takes long where there are many.
    const document = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    })
    const [error] = document.errors
    if (error) return { error: error.message.split('\n', 1)[0]! }
    const { contents } = document
    if (!isMap(contents)) return { error: 'it has no "key: value" lines' }
    // All at once: how often aliases are used counts for the whole.
    const fields = new Map(Object.entries(document.toJS({ maxAliasCount: MAX_ALIASES }) as object))
    return { error: null, keys: [...fields.keys()], get: key => fields.get(key) }
  } catch (error) {
    // Nesting without end, or aliases of aliases.
    return { error: (error as Error).message.split('\n', 1)[0]! }
  }
}
