/** What a character is, as marks of one byte. */
export const HAN = 1
export const KANA = 2
export const HANGUL = 4
export const LATIN = 8
/** A letter or digit of any script. */
export const LETTER = 16
/** Frequent characters that only one of the two ways to write Chinese has, pair by pair. */
export const SIMPLIFIED = 32
export const TRADITIONAL = 64
const KNOWN = 128

const PATTERNS: [mark: number, pattern: RegExp][] = [
  [HAN, /\p{Script=Han}/u],
  [KANA, /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  [HANGUL, /\p{Script=Hangul}/u],
  [LATIN, /\p{Script=Latin}/u],
  [LETTER, /[\p{L}\p{N}]/u],
  [SIMPLIFIED, /[这个们说为时会对学国来过还后点样与开关于现实发经动种进问没无从长见车东马书电话语让认识边]/],
  [TRADITIONAL, /[這個們說為時會對學國來過還後點樣與開關於現實發經動種進問沒無從長見車東馬書電話語讓認識邊]/],
]

/** The marks of every character that has been seen so far: an article has the same few thousand. */
const marks = new Uint8Array(0x110000)

/** What a character is: the marks above, added up. Regular expressions know it, and are asked once. */
export function marksOf(codePoint: number): number {
  if (marks[codePoint] === 0) marks[codePoint] = KNOWN | askPatterns(String.fromCodePoint(codePoint))
  return marks[codePoint]!
}

const askPatterns = (character: string): number =>
  PATTERNS.reduce((sum, [mark, pattern]) => (pattern.test(character) ? sum | mark : sum), 0)
