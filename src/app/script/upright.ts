const HAN = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]'

/** Up to four digits, or one capital, between Chinese characters and marks; what is longer lies on its side as Latin words do. */
const SHORT = new RegExp(`(?<=^|${HAN}\\s*)(?:\\d{1,4}|[A-Z])(?=\\s*(?:${HAN}|$))`, 'gu')

const FULL_WIDTH = 0xfee0

/**
 * For vertical text: digits that stand upright, one below the other. They become full-width ones, as long as what they
 * stand for, so that no element has to be made around them.
 */
export function setUpright(pieces: readonly string[]): string[] {
  const shown = pieces
    .join('')
    .replace(SHORT, match =>
      match.replace(/./g, each => String.fromCharCode(each.charCodeAt(0) + FULL_WIDTH)),
    )
  let start = 0
  return pieces.map(({ length }) => {
    start += length
    return shown.slice(start - length, start)
  })
}
