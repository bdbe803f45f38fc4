// @ts-expect-error: it comes without types
import characters from 'opencc-js/dict/TSCharacters'

/** A text as it is compared: one spelling for what readers take for the same. */
export interface Folded {
  text: string
  /** For each code unit of it, where in the original what it stands for begins; and the original's end. */
  places: number[]
}

const simplified = new Map((characters as string).split('|').map(pair => pair.split(' ') as [string, string]))

/** Signs that are typed in several ways. */
const alike = new Map(
  ['·•‧∙・･', '-‐‑–—―', '"“”„', "'‘’‚"].flatMap(all => [...all].map(sign => [sign, all[0]!] as const)),
)

/** Scripts whose letters carry marks that those who search leave out. */
const WITH_ACCENTS = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u

/** Remembers what is found out of a character: those of one code unit by their number, which is quicker. */
function remembering<Value>(find: (character: string) => Value): (character: string) => Value {
  const ofUnits = new Array<Value | undefined>(2 ** 16)
  const others = new Map<string, Value>()
  return character => {
    const isUnit = character.length === 1
    const before = isUnit ? ofUnits[character.charCodeAt(0)] : others.get(character)
    if (before !== undefined) return before
    const value = find(character)
    if (isUnit) ofUnits[character.charCodeAt(0)] = value
    else others.set(character, value)
    return value
  }
}

/**
 * Width, case, accents, Traditional or Simplified characters: https://unicode.org/reports/tr15/ has the first three. A space
 * or the end of a line stands for all of their kind.
 */
const foldCharacter = remembering((character: string): string => {
  let folded = /\s/.test(character)
    ? character === '\n'
      ? '\n'
      : ' '
    : character.normalize('NFKC').toLowerCase()
  if (WITH_ACCENTS.test(folded)) folded = folded.normalize('NFD').replace(/\p{Mn}/gu, '')
  folded = [...folded].map(each => alike.get(each) ?? simplified.get(each) ?? each).join('')
  if (/^[\p{Mn}\p{Default_Ignorable_Code_Point}]$/u.test(folded) && !isVoicing(folded)) folded = ''
  return folded
})

/** Marks that make another kana of the one before. */
const isVoicing = (character: string) => character === '\u3099' || character === '\u309a'

/**
 * Folds a text. Lines stay lines; other spaces stay between words of letters only, since between Chinese and Latin some
 * write one and some do not.
 */
export function fold(original: string): Folded {
  const places: number[] = []
  const text = foldText(original, places)
  return { text, places }
}

/** The same without places, or adding them to a list. */
export function foldText(original: string, places?: number[]): string {
  // The last character stands apart: looking into a text that grows copies all of it each time.
  let text = ''
  let last = ''
  let gap = ''
  let gapAt = 0
  let at = 0
  for (const character of original) {
    const folded = foldCharacter(character)
    if (folded === ' ' || folded === '\n') {
      if (gap === '') gapAt = at
      if (gap !== '\n') gap = folded
    } else if (folded !== '' && !(isVoicing(folded) && voice(folded))) {
      if (gap === '\n' ? last !== '' : gap !== '' && isSpaced(last, folded)) add(gap, gapAt)
      gap = ''
      add(folded, at)
    }
    at += character.length
  }
  places?.push(at)
  return text + last

  function add(folded: string, place: number) {
    text += last
    last = folded
    if (places) for (let unit = 0; unit < folded.length; unit++) places.push(place)
  }

  function voice(mark: string): boolean {
    const whole = (last.slice(-1) + mark).normalize('NFC')
    if (gap !== '' || whole.length !== 1) return false
    last = last.slice(0, -1) + whole
    return true
  }
}

const isSpaced = (before: string, after: string) =>
  before !== '' && isWordly(kindOf(lastCharacter(before))) && isWordly(kindOf(firstCharacter(after)))

/** What a folded character is to a search: part of a script without gaps, of a word, of a number, or a gap. */
export type Kind = 'dense' | 'letter' | 'digit' | 'gap'

/** Whether it is part of a word or a number. */
export const isWordly = (kind: Kind): boolean => kind === 'letter' || kind === 'digit'

/** Signs count as dense, so that `C++` and `℃` are found. */
const DENSE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{S}]/u

/** Of one folded character. */
export const kindOf = remembering((character: string): Kind => {
  if (/[\p{P}\p{Z}\p{C}]/u.test(character)) return 'gap'
  if (DENSE.test(character)) return 'dense'
  if (/\p{N}/u.test(character)) return 'digit'
  return /[\p{L}\p{M}]/u.test(character) ? 'letter' : 'gap'
})

/** The character that begins at a code unit. */
export const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at)!)

const firstCharacter = (text: string) => characterAt(text, 0)

const lastCharacter = (text: string) => characterBefore(text, text.length)

/** The character that ends before a code unit; empty at the beginning. */
export function characterBefore(text: string, at: number): string {
  if (at === 0) return ''
  const isPair = at > 1 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 2, at))
  return text.slice(isPair ? at - 2 : at - 1, at)
}
