/**
 * The value of a text that stands on one line and that nobody can take for anything else: plain, or in quotes that
 * open and close once. Null if it is more than that.
 */
export function readScalar(text: string): string | null {
  if (text === '' || isPlain(text)) return text
  if (text.startsWith("'")) return readSingleQuoted(text)
  return /^"[^"\\]*"$/.test(text) ? text.slice(1, -1) : null
}

/** Whether YAML, too, reads every character as it is. */
export const isPlain = (text: string): boolean =>
  /^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/:(\s|$)|\s#/.test(text)

/** Whether this, after a key, says that the text is in the lines below: `|`, `>-`. */
export const isBlockMark = (text: string): boolean => /^[|>][-+\d]{0,2}$/.test(text)

/**
 * The text meant by quotes that YAML does not accept: piled up around it (`"""'…'"""`), or used within it without
 * being doubled (`'it's'`). Quotes that belong to the text stay: `"a" and "b"`.
 */
export function unquote(text: string): string {
  const quote = text[0]!
  if (quote !== '"' && quote !== "'") return text
  let opening = 0
  while (text[opening] === quote) opening++
  let closing = 0
  while (closing < text.length && text[text.length - 1 - closing] === quote) closing++
  if (opening === text.length) return ''
  const count = Math.min(opening, closing)
  if (count === 0 || (count === 1 && !isPair(text, quote))) return text
  const inner = text.slice(count, -count)
  return count > 1 ? (readSingleQuoted(inner) ?? unquote(inner)) : inner
}

/** In single quotes a quote is written twice. */
function readSingleQuoted(text: string): string | null {
  if (text.length < 2 || !text.startsWith("'") || !text.endsWith("'")) return null
  const inner = text.slice(1, -1)
  const quotes = inner.match(/'+/g) ?? []
  return quotes.every(run => run.length % 2 === 0) ? inner.replaceAll("''", "'") : null
}

/** Whether the first and last quote of a text belong together, as the next quote tells. */
function isPair(text: string, quote: string): boolean {
  const next = text.indexOf(quote, 1)
  if (next === text.length - 1) return true
  const before = text[next - 1]!
  const isApostrophe = quote === "'" && /\w/.test(before) && /\w/.test(text[next + 1]!)
  return isApostrophe || /[\s\\([{（「《]/.test(before)
}
