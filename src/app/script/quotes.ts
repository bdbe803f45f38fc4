/** How a script quotes: outer and inner marks. */
export const MAINLAND = '“”‘’'
export const CORNERS = '「」『』'
/** As the mainland quotes in vertical text. */
export const HOLLOW_FIRST = '『』「」'

const HAN = /\p{sc=Han}/u
/** An apostrophe is no quote. */
const APOSTROPHE = /(?<=[\p{sc=Latin}\d])’(?=[\p{sc=Latin}\d])/gu
/** What is quoted in a Latin sentence keeps its marks. */
const LATIN_QUOTE =
  /(?<=[\p{sc=Latin}\d,.:;] ?)(“[^“”\p{sc=Han}]*”|‘[^‘’\p{sc=Han}]*’)(?=[ ,.:;]?[\p{sc=Latin}\d])/gu

/** Gives the pieces of a text the quote marks of a script: one for one, so that every piece keeps its length. */
export function setQuotes(pieces: readonly string[], marks: string): string[] {
  const whole = pieces.join('')
  const others = marks === MAINLAND ? CORNERS : MAINLAND
  if (!HAN.test(whole)) return [...pieces]
  const keep = (text: string) => '\0'.repeat(text.length)
  const plain = marks !== MAINLAND ? whole.replace(LATIN_QUOTE, keep).replace(APOSTROPHE, keep) : whole
  const shown = plain
    .split('')
    .map((unit, index) => {
      const mark = others.indexOf(unit)
      return mark < 0 ? whole[index]! : marks[mark]!
    })
    .join('')
  let start = 0
  return pieces.map(({ length }) => {
    start += length
    return shown.slice(start - length, start)
  })
}
