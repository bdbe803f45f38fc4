import { type Element, isElement, type Node, type Parent, plainText, tidyText } from './html.ts'

/** Length of an excerpt, where a Han character counts 2 and any other 1. */
const EXCERPT_WIDTH = 220

/** Han characters and words of other scripts that are read in a minute. */
const HAN_PER_MINUTE = 400
const WORDS_PER_MINUTE = 220

const HAN = /\p{Script=Han}/gu

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
export function minutesOf(body: Parent): number {
  const text = plainText(body)
  const han = text.match(HAN)?.length ?? 0
  // With a longest word: a loop over millions of letters would overflow the stack of the regular expression.
  const words = text.replace(HAN, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]{0,99}/gu)?.length ?? 0
  return Math.max(1, Math.round(han / HAN_PER_MINUTE + words / WORDS_PER_MINUTE))
}

/** The language of a text by its script. A site in a Chinese of its own (zh-TW) keeps it for Chinese text. */
export function langOf(title: string, body: Parent, siteLanguage: string): string {
  const text = title + textOfBlocks(body)
  const count = (script: RegExp) => text.match(script)?.length ?? 0
  const han = count(HAN)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(/\p{Script=Hangul}/gu)
  const latin = count(/\p{Script=Latin}+/gu)
  if (kana > han / 10 && kana > 0) return 'ja'
  if (hangul > han + latin) return 'ko'
  // A Han character says about as much as half a word.
  if (han >= latin && han > 0) return chineseOf(text, siteLanguage)
  return latin > 0 ? 'en' : siteLanguage
}

/** Frequent characters that only one of the two scripts has, pair by pair. */
const SIMPLIFIED =
  /[这个们说为时会对学国来过还后点样与开关于现实发经动种进问没无从长见车东马书电话语让认识边]/g
const TRADITIONAL =
  /[這個們說為時會對學國來過還後點樣與開關於現實發經動種進問沒無從長見車東馬書電話語讓認識邊]/g

/** Chinese as the site writes it or, where the text is clearly in the other script, that script. */
function chineseOf(text: string, siteLanguage: string): string {
  const count = (script: RegExp) => text.match(script)?.length ?? 0
  const [simplified, traditional] = [count(SIMPLIFIED), count(TRADITIONAL)]
  const script = new Intl.Locale(siteLanguage).maximize().script
  if (traditional > 3 * simplified && traditional > 2 && script !== 'Hant') return 'zh-Hant'
  if (simplified > 3 * traditional && simplified > 2 && script === 'Hant') return 'zh-Hans'
  return siteLanguage.startsWith('zh') ? siteLanguage : 'zh'
}

/** The running text without code, whose words are of no language. */
const textOfBlocks = (body: Parent) => {
  const isProse = (node: Node) => !isElement(node, 'pre')
  return tidyText(body.childNodes.filter(isProse).map(plainText).join(' ')).slice(0, 4000)
}
