import { parseHtml, plainText, tidyText } from './html.ts'

/** One line of text without control characters or halves of surrogate pairs. */
export const cleanText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  tidyText(text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/gu, ''))

/** Feeds write `&#123;` also where no markup is read. A bare `<` stays what it is. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? cleanText(plainText(parseHtml(text.replace(/</g, '&lt;')))) : text

/** The beginning of a text, to be quoted in a message. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
