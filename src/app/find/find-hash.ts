const NAME = '#find='

/** The part of an article's address that has a text found there; empty for none. */
export const findHash = (text: string): string => (text ? NAME + encodeURIComponent(text) : '')

/** The text that an address has found, or null. */
export function textToFind(hash: string): string | null {
  if (!hash.startsWith(NAME)) return null
  try {
    return decodeURIComponent(hash.slice(NAME.length)) || null
  } catch {
    return null // half of a code
  }
}
