/** What YAML makes of a text: an error, or the value of each key. */
export type Yaml =
  | {
      error: string
    }
  | {
      error: null
      keys: string[]
      get: (key: string) => unknown
    }
/**
 * Reads `key: value` lines as YAML 1.2. By the failsafe schema every scalar stays the text it is, so that a title
 * `2021` or a date is not turned into something else.
 */
export declare function parseYaml(text: string): Yaml
