/** Texts that stand for themselves in what is typed. */
const quoted = (text: string) => (/\s/.test(text) ? `"${text}"` : text)

/** The values of an operator in what was typed. */
const partsOf = (name: string) => new RegExp(`(?:^|\\s)${name}[:：](?:"[^"]*"?|\\S*)`, 'giu')

export const hasOperator = (typed: string, name: string): boolean => partsOf(name).test(typed)

/** What was typed, with an operator set to another value; null takes it out. */
export function withOperator(typed: string, name: string, value: string | null): string {
  const rest = typed.replace(partsOf(name), '').trim()
  return value === null ? rest : `${rest} ${name}:${quoted(value)}`.trim()
}

/** The value of the operator that is being typed, if there is one. */
export function unfinished(typed: string, name: string): string | null {
  const [, value] = new RegExp(`(?:^|\\s)${name}[:：]"?([^"\\s]*)$`, 'iu').exec(typed) ?? []
  return value ?? null
}
