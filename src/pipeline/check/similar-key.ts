/** Keys that Hexo, its themes and other generators know. They do nothing here, and are no slips of the pen. */
const HARMLESS = new Set(
  (
    'abbrlink aside banner_img comment comments copyright data description disableNunjucks draft hide hidden id image img index_img ' +
    'katex keywords language layout license like line math mathjax name order password permalink photos published series slug ' +
    'sidebar state status sticky subtitle summary template toc top type url weight'
  ).split(' '),
)

/** Words for a key that are too far from it to be slips. */
const OTHER_WORDS = new Map([
  ['category', 'categories'],
  ['modified', 'updated'],
])

/** The known key that an unknown one was likely meant to be: one or two letters apart, or two swapped. */
export function similarKey(key: string, known: ReadonlySet<string>): string | undefined {
  if (HARMLESS.has(key) || key.length > 20) return undefined
  const word = key.toLowerCase()
  if (OTHER_WORDS.has(word)) return OTHER_WORDS.get(word)
  // In short words two letters make another word.
  const limit = word.length <= 4 ? 1 : 2
  let closest: string | undefined
  let least = limit + 1
  for (const each of known) {
    const letters = distance(word, each)
    if (letters < least) [closest, least] = [each, letters]
  }
  return closest
}

/** How many letters must be added, taken out, changed or swapped: optimal string alignment. */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + change)
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (isSwap) least = Math.min(least, before[column - 2]! + 1)
      next.push(least)
    }
    before = last
    last = next
  }
  return last[b.length]!
}
