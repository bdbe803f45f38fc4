const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

const IN_WORD = /[\p{L}\p{N}]/u

/** Letters of a longer text come in order by chance. */
const SHORT = 40

/** How well one word of a search fits a text; 0 if it does not. */
function fitOf(word: string, text: string): number {
  const at = text.indexOf(word)
  if (at >= 0) {
    const isBeginning = at === 0 || !IN_WORD.test(text[at - 1]!)
    const isEnd = !IN_WORD.test(text[at + word.length] ?? ' ')
    return (at === 0 ? 0.5 : 0) + (isBeginning ? (isEnd ? 5 : 4) : isEnd ? 3 : 2)
  }
  const isOfLetters = /^[a-z\d]{2,}$/.test(word) && text.length <= SHORT
  return isOfLetters && isInOrder(word, text) ? 1 : 0
}

/** Whether the letters of a word stand in a text one after another, the first at the beginning of a word: `drk` in `go dark`. */
function isInOrder(word: string, text: string): boolean {
  let at = text.search(new RegExp(`\\b${word[0]}`))
  for (const letter of word.slice(1)) {
    if (at < 0) return false
    at = text.indexOf(letter, at + 1)
  }
  return at >= 0
}

/**
 * How well something fits a search: each of its words has to be in one of the texts, and counts more at a beginning.
 *
 * @returns 0 if it does not fit; anything fits an empty search
 */
export function scoreOf(search: string, texts: string[]): number {
  const words = fold(search).split(/\s+/).filter(Boolean)
  const folded = texts.map(fold)
  let sum = 1
  for (const word of words) {
    // The first text is the name that is shown.
    const best = Math.max(...folded.map((text, index) => fitOf(word, text) - (index > 0 ? 0.5 : 0)))
    if (best <= 0) return 0
    sum += best
  }
  return sum
}

/** Those that fit a search, the best first; equals keep their order. */
export function fitting<Item extends { texts: string[] }>(search: string, items: Item[]): Item[] {
  return items
    .map(item => ({ item, score: scoreOf(search, item.texts) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}
