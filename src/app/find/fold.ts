/** A text without what a search overlooks, and where each unit of it came from. */
export interface Folded {
  text: string
  /** Where the character of each unit begins in the text itself, */
  starts: number[]
  /** and where it ends. */
  ends: number[]
}

/** A character with the marks that belong to it, or the letters of one Hangul syllable. */
const CHARACTER = /[\u1100-\u11ff]+|[^\p{M}\uff9e\uff9f\n]?[\p{M}\uff9e\uff9f]*/uy

/** Spaces, and what takes no room. */
const NOTHING = /[^\S\n]|[\u00ad\u180e\u200b-\u200f\u2060\ufeff]/g

/** Marks that typography and conversion put in each other's place. */
const QUOTES: Record<string, string> = { '‘': "'", '’': "'", '‛': "'" }
for (const quote of '“”„‟「」『』〝〞〟') QUOTES[quote] = '"'

/**
 * Folds a stretch of whole lines of a text and adds it: case, width, compatibility forms, quotation marks and spaces make no
 * difference. Line ends stay.
 */
export function foldInto(folded: Folded, text: string, from = 0, to = text.length): void {
  const add = (unit: string, start: number, end: number) => {
    for (let index = 0; index < unit.length; index++) {
      folded.starts.push(start)
      folded.ends.push(end)
    }
    folded.text += unit
  }
  for (let start = from; start < to; ) {
    // Nearly all of a text in Chinese or English: every step beyond it takes ten times as long.
    if (isPlain(text.charCodeAt(start)) && (start + 1 >= to || isPlain(text.charCodeAt(start + 1)))) {
      const unit = text[start]!.toLowerCase()
      if (unit !== ' ') add(unit, start, start + 1)
      start++
      continue
    }
    CHARACTER.lastIndex = start
    const character = CHARACTER.exec(text)![0] || text[start]!
    add(foldCharacter(character), start, start + character.length)
    start += character.length
  }
}

/** Han, ASCII, and the line end. */
const isPlain = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x20 && code < 0x7f) || code === 0x0a || code === 0x3002

function foldCharacter(character: string): string {
  const quote = QUOTES[character]
  if (quote) return quote
  // Once more: lower case may come apart.
  return character.normalize('NFKC').toLowerCase().normalize('NFKC').replace(NOTHING, '')
}

/** What is looked for, as it stands in a folded text: nothing goes on across the end of a line. */
export function foldNeedle(needle: string): string {
  const folded: Folded = { text: '', starts: [], ends: [] }
  foldInto(folded, needle.replace(/\n/g, ' '))
  return folded.text
}
