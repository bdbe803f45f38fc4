import { type Element, isElement, type Parent, plainText, withoutPiles } from './html.ts'
import { HAN, HANGUL, KANA, LATIN, LETTER, marksOf, SIMPLIFIED, TRADITIONAL } from './scripts.ts'

/** Length of an excerpt, where a Han character counts 2 and any other 1. */
const EXCERPT_WIDTH = 220

/** Han characters and words of other scripts that are read in a minute. */
const HAN_PER_MINUTE = 400
const WORDS_PER_MINUTE = 220

/** The beginning of the running text: no headings, captions, code or tables. */
export function excerptOf(body: Parent): string {
  let text = ''
  for (const block of body.childNodes) {
    if (!isElement(block, 'p', 'ul', 'ol', 'blockquote', 'dl')) continue
    const next = plainText(withoutBlocks(block))
    // A Chinese stop brings its own space.
    text += next && `${text && !/[\u3000-\u303f\uff00-\uffef]$/.test(text) ? ' ' : ''}${next}`
    if (text.length > EXCERPT_WIDTH) break
  }
  // Some sources lay the whole article out in a table.
  return cutText(text || plainText(body), EXCERPT_WIDTH)
}

/** The same element without code, tables and pictures inside it. */
const withoutBlocks = (block: Element): Element => ({
  ...block,
  childNodes: block.childNodes
    .filter(node => !isElement(node, 'pre', 'table', 'figure'))
    .map(node => (isElement(node) ? withoutBlocks(node) : node)),
})

/** Cuts between characters, at the latest after `width` columns, and says so with an ellipsis. */
export function cutText(text: string, width: number): string {
  let columns = 0
  let end = 0
  for (const character of text) {
    columns += character >= '\u2e80' ? 2 : 1
    if (columns > width) return `${text.slice(0, end).trimEnd()}…`
    end += character.length
  }
  return text
}

/** Whole minutes to read the text and captions, at least 1. */
export function minutesOf(text: string): number {
  const { han, words } = countHanAndWords(text)
  return Math.max(1, Math.round(han / HAN_PER_MINUTE + words / WORDS_PER_MINUTE))
}

/** A longer word counts as several. */
const LONGEST_WORD = 100

function countHanAndWords(text: string): { han: number; words: number } {
  let han = 0
  let words = 0
  /** How many characters of a word stand before this place. */
  let length = 0
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index)!
    if (codePoint > 0xffff) index++
    const marks = marksOf(codePoint)
    if (marks & HAN) {
      han++
      length = 0
    } else if (marks & LETTER) {
      if (length % LONGEST_WORD === 0) words++
      length = (length % LONGEST_WORD) + 1
    } else length = joinsWord(codePoint) && length > 0 && length < LONGEST_WORD ? length + 1 : 0
  }
  return { han, words }
}

/** `'`, `’` and `-` within a word or at its end. */
const joinsWord = (codePoint: number) => codePoint === 0x27 || codePoint === 0x2019 || codePoint === 0x2d

/** The language of a text by its script. A site in a Chinese of its own (zh-TW) keeps it for Chinese text. */
export function langOf(title: string, body: Parent, siteLanguage: string): string {
  const { han, kana, hangul, latin, simplified, traditional } = countScripts(title + textOfBlocks(body))
  if (kana > han / 10 && kana > 0) return 'ja'
  if (hangul > han + latin) return 'ko'
  // A Han character says about as much as half a word.
  if (han >= latin && han > 0) return chineseOf(simplified, traditional, siteLanguage)
  return latin > 0 ? 'en' : siteLanguage
}

/** How many characters are of each script; of Latin, how many runs of them. */
function countScripts(text: string) {
  const counts = { han: 0, kana: 0, hangul: 0, latin: 0, simplified: 0, traditional: 0 }
  let wasLatin = false
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index)!
    if (codePoint > 0xffff) index++
    const marks = marksOf(codePoint)
    const isLatin = (marks & LATIN) !== 0
    if (isLatin && !wasLatin) counts.latin++
    wasLatin = isLatin
    if (marks & HAN) counts.han++
    if (marks & KANA) counts.kana++
    if (marks & HANGUL) counts.hangul++
    if (marks & SIMPLIFIED) counts.simplified++
    if (marks & TRADITIONAL) counts.traditional++
  }
  return counts
}

/** Chinese as the site writes it or, where the text is clearly in the other script, that script. */
function chineseOf(simplified: number, traditional: number, siteLanguage: string): string {
  const script = scriptOf(siteLanguage)
  if (traditional > 3 * simplified && traditional > 2 && script !== 'Hant') return 'zh-Hant'
  if (simplified > 3 * traditional && simplified > 2 && script === 'Hant') return 'zh-Hans'
  return siteLanguage.startsWith('zh') ? siteLanguage : 'zh'
}

let known: { language: string; script: string | undefined } | undefined

/** The script of a language; the site's is asked for with every article. */
function scriptOf(language: string): string | undefined {
  if (known?.language !== language) known = { language, script: new Intl.Locale(language).maximize().script }
  return known.script
}

/** So much of a text, in UTF-16 code units, tells its language. */
const LOOKED_AT = 4000

/** The beginning of the running text without code, whose words are of no language. */
function textOfBlocks(body: Parent): string {
  let text = ''
  for (const node of body.childNodes) {
    if (text.length >= LOOKED_AT) break
    const next = isElement(node, 'pre') ? '' : plainText(node)
    if (next) text += text ? ` ${next}` : next
  }
  return withoutPiles(text).slice(0, LOOKED_AT)
}
