// What is searched, read and compared in the plainest way, and apart from the engines that are measured.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import characters from 'opencc-js/dict/TSCharacters'

/** Elements within a line; every other one ends it. */
const INLINE =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)(?=[\s>])(?:"[^"]*"|[^">])*>/g
const TAG = /<(?:"[^"]*"|[^">])*>/g
const CAPTION = /<figcaption>(.*?)<\/figcaption>/gs
const ENTITIES = { amp: '&', lt: '<', gt: '>', nbsp: ' ' }

const simplified = new Map(characters.split('|').map(pair => pair.split(' ')))
const TRADITIONAL = new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu')

/** What stands in a word or a number; Chinese has no gaps between words. */
const WORD = '(?!\\p{scx=Han}|\\p{scx=Hiragana}|\\p{scx=Katakana}|\\p{scx=Hangul})[\\p{L}\\p{N}]'
const LOOSE_SPACE = new RegExp(`(?<!${WORD}) +| +(?!${WORD})`, 'gu')

/**
 * Reads the articles of a built site, one by one.
 *
 * @yields each one's id, title, captions, body and names (author and categories), blocks as lines
 */
export function* readTexts(site) {
  const folder = join(site, 'data/a')
  for (const file of readdirSync(folder).sort()) {
    const { id, title, author, categories, body } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    yield {
      id,
      title,
      captions: [...body.matchAll(CAPTION)].map(([, caption]) => textOf(caption)).join('\n'),
      body: textOf(body),
      names: [author, ...categories.flatMap(({ names }) => names)].join('\n'),
    }
  }
}

/** All that is searched of an article. */
export const wholeText = ({ title, names, body }) => `${title}\n${names}\n${body}`

function textOf(html) {
  return html
    .replace(INLINE, '')
    .replace(TAG, '\n')
    .replace(/&(amp|lt|gt|nbsp);/g, (_, name) => ENTITIES[name])
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

/**
 * One spelling for what readers take for the same: width, case, accents, Traditional characters. Spaces only count between
 * words and numbers: between Chinese and Latin some write one and some do not.
 */
export const fold = text =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(TRADITIONAL, character => simplified.get(character))
    .replace(LOOSE_SPACE, '')

/** Whether a folded text has a folded phrase; a word or a number counts from its beginning. */
export function contains(text, phrase) {
  const kind = [/\p{N}/u, /[a-z]/].find(each => each.test(phrase[0]))
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (at === 0 || !kind?.test(text[at - 1])) return true
  return false
}
