import type { Summary } from '../../shared/article.ts'
import type { MuteRule } from './mute-rule.ts'
import { readMutes } from './mutes.ts'

/** What rules look at. */
export type Mutable = Pick<Summary, 'title' | 'excerpt' | 'author' | 'categories'>

/** Tells the first rule that hides an article, or null. */
export type Muter = (article: Mutable) => MuteRule | null

/** The muter of the reader's rules. */
export async function readMuter(): Promise<Muter> {
  return makeMuter(await readMutes())
}

/**
 * A word is looked for in title and excerpt, as Traditional or Simplified characters and in whatever case and width; where it
 * begins or ends with a letter of an alphabet, no other goes on there. A source is the name of any category, an author
 * the whole name.
 */
export async function makeMuter(rules: MuteRule[]): Promise<Muter> {
  if (rules.length === 0) return () => null
  const fold = await loadFold(rules.some(({ text }) => /\p{Script=Han}/u.test(text)))
  const tests = rules.map(rule => ({ rule, hides: testOf(rule, fold) }))
  return article => tests.find(({ hides }) => hides(article))?.rule ?? null
}

type Fold = (text: string) => string

function testOf({ kind, text }: MuteRule, fold: Fold): (article: Mutable) => boolean {
  const wanted = fold(text)
  switch (kind) {
    case 'word': {
      const word = wordPattern(wanted)
      return ({ title, excerpt }) => word.test(fold(title)) || word.test(fold(excerpt))
    }
    case 'source':
      return ({ categories }) => categories.some(({ names }) => names.some(name => fold(name) === wanted))
    case 'author':
      return ({ author }) => fold(author) === wanted
  }
}

const LETTER = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{N}]'
const BEGINS = new RegExp(`^${LETTER}`, 'u')
const ENDS = new RegExp(`${LETTER}$`, 'u')

/** “AI” is not in “said”. */
function wordPattern(word: string): RegExp {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const before = BEGINS.test(word) ? `(?<!${LETTER})` : ''
  const after = ENDS.test(word) ? `(?!${LETTER})` : ''
  return new RegExp(before + literal + after, 'u')
}

/** Brings what makes texts alike. Without its dictionary, which comes on use, the two scripts of Chinese stay apart. */
async function loadFold(isChinese: boolean): Promise<Fold> {
  const simplified = isChinese ? await loadSimplified().catch(() => null) : null
  return text => {
    const folded = text.normalize('NFKC').toLowerCase().normalize('NFKC')
    return (simplified ? inSimplified(folded, simplified) : folded)
      .replace(/\s+/g, ' ')
      .replace(/ ?(\p{Script=Han}) ?/gu, '$1')
      .trim()
  }
}

const inSimplified = (text: string, simplified: Map<string, string>) =>
  text.replace(/\p{Script=Han}/gu, character => simplified.get(character) ?? character)

async function loadSimplified(): Promise<Map<string, string>> {
  const { loadCharacters } = await import('../script/chains.ts')
  return loadCharacters()
}
