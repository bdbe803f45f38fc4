import { parseHtml, plainText, tidyText } from './html.ts'

/** One line of text without control characters or halves of surrogate pairs. */
export const cleanText = (text: string): string =>
  tidyText(MAY_BE_UNCLEAN.test(text) ? text.replace(UNCLEAN, '') : text)

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const UNCLEAN = /[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/gu

/** Without a look at whether surrogates are in pairs, which takes long. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const MAY_BE_UNCLEAN = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]/

/** Feeds write `&#123;` also where no markup is read. A bare `<` stays what it is. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? cleanText(plainText(parseHtml(text.replace(/</g, '&lt;')))) : text

/** The beginning of a text, to be quoted in a message. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
