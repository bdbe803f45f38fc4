import { isElement, type Node, type Parent, plainText, setChildren } from '../html.ts'

/** A title may stand after a cover, a category or a line about the author. */
const FIRST_BLOCKS = 4
/** Two lines that share this part of their letter pairs say the same. */
const NEARLY = 0.9

/** The page shows the title: the body's first line need not say it again. */
export function dropRepeatedTitle(body: Parent, title: string): void {
  const folded = fold(title)
  if (folded.length < 2) return
  const first = body.childNodes.slice(0, FIRST_BLOCKS)
  const repeated = first.find((node, index) => isTitle(node, folded, index === 0))
  if (repeated && body.childNodes.length > 1)
    setChildren(
      body,
      body.childNodes.filter(node => node !== repeated),
    )
}

function isTitle(node: Node, title: string, isFirst: boolean): boolean {
  if (!isElement(node, 'h1', 'h2', 'h3', 'p')) return false
  const text = plainText(node)
  if (text.length > 200) return false
  if (node.tagName !== 'h1' && beginsOtherwise(text, title)) return false
  const folded = fold(text)
  if (folded === title) return isFirst || node.tagName !== 'p' || title.length >= 8
  return node.tagName === 'h1' && similarity(folded, title) >= NEARLY
}

/** Han characters are their own fold: most paragraphs are known not to be the title by their first. */
const beginsOtherwise = (text: string, title: string) => /^[\u4e00-\u9fff]/.test(text) && text[0] !== title[0]

/** Without case, spaces and punctuation: file-name-safe titles have `_` where the line has `/`, `:` or `|`. */
const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '')

/** The share of letter pairs that two texts have in common (Dice). */
function similarity(one: string, other: string): number {
  if (one.length < 2 || other.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let index = 0; index < one.length - 1; index++) {
    const pair = one.slice(index, index + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let index = 0; index < other.length - 1; index++) {
    const pair = other.slice(index, index + 2)
    const left = pairs.get(pair) ?? 0
    if (left > 0) common++
    pairs.set(pair, left - 1)
  }
  return (2 * common) / (one.length + other.length - 2)
}
