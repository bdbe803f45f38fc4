import {
  createElement,
  type Element,
  elementsOf,
  hasPlainText,
  isElement,
  isText,
  type Node,
  type Parent,
  plainText,
  setChildren,
} from '../html.ts'
import { endsAsSentence, isName, readingOf, withoutPointer } from './caption-wording.ts'
import { type Look, looksOf } from './look.ts'
import { once } from './once.ts'

/** A line that its source calls a caption may be this long, in characters. */
const MAX_NAMED_CAPTION = 400
/** A sentence that only looks like a caption may be this long. */
const MAX_SENTENCE = 120

/**
 * A line right after a picture becomes its caption if its wording says so, or if it could be one and its look sets it
 * apart from the text. Position says nothing: after a picture the article goes on more often than not, and a lost
 * paragraph is worse than a missed caption. Of several pictures in a row the last has the caption.
 */
export function liftCaptions(body: Parent): void {
  const isPunctuated = once(() => endsItsSentences(body))
  for (const parent of [body, ...elementsOf(body)]) {
    if (!parent.childNodes.some(node => isElement(node, 'figure'))) continue
    let before: Node | undefined
    const kept = parent.childNodes.filter((node, index) => {
      if (
        before &&
        isBareFigure(before) &&
        isElement(node) &&
        isCaption(node, before, blocksAfter(parent, index), isPunctuated)
      ) {
        addCaption(before, node)
        return false
      }
      if (!isHusk(node)) before = node
      return true
    })
    setChildren(parent, kept)
  }
  for (const caption of elementsOf(body, 'figcaption')) dropPointer(caption)
}

const addCaption = (figure: Element, line: Element) =>
  setChildren(figure, [...figure.childNodes, createElement('figcaption', {}, line.childNodes)])

function dropPointer(node: Node): void {
  const first = 'childNodes' in node && node.childNodes.find(hasPlainText)
  if (!first) return
  if (isText(first)) first.value = withoutPointer(first.value.trimStart())
  else dropPointer(first)
}

/** What will be dropped as empty stands between nothing. */
const isHusk = (node: Node) => !isElement(node, 'figure', 'hr') && !hasPlainText(node)

const isBareFigure = (node: Node): node is Element =>
  isElement(node, 'figure') &&
  elementsOf(node, 'img').length > 0 &&
  elementsOf(node, 'figcaption').length === 0

function isCaption(line: Element, figure: Element, after: Element[], isPunctuated: () => boolean): boolean {
  const isHeading = isElement(line, 'h4', 'h5', 'h6')
  if (!isHeading && !isElement(line, 'p')) return false
  const text = plainText(line)
  const looks = looksOf(line)
  const reading = readingOf(text)
  const next = after.find(block => isElement(block, 'p'))
  if (reading === 'never') return false
  // Some sources set captions as the smallest headings; only their wording tells them from real ones.
  if (reading === 'caption' || isHeading)
    return reading === 'caption' && !isWholeLink(line) && !isTail(text, next)
  if (looks.has('caption')) return text.length > 0 && text.length <= MAX_NAMED_CAPTION
  if (saysTheSame(text, figure)) return true
  if (looks.has('bold') || isWholeLink(line)) return false
  // Between two pictures a name could be that of either.
  if (reading === 'named' && after[0] && !isElement(after[0], 'figure')) return true
  const isApart = (look: Look) => looks.has(look) && !(next && looksOf(next).has(look))
  const marks = (['small', 'grey', 'slanted', 'centred'] as const).filter(isApart).length
  if (reading === 'named' || reading === 'label')
    return marks > 0 || looks.has('beside') || (isName(text) && isPunctuated())
  if (reading === 'other') return false
  return marks > 1 && text.length <= MAX_SENTENCE && !/[，,：:、]$/u.test(text)
}

/** The next few blocks: they tell how the article itself is set, and whether it goes on. */
const blocksAfter = ({ childNodes }: Parent, index: number): Element[] =>
  childNodes
    .slice(index + 1, index + 6)
    .filter(node => isElement(node))
    .filter(block => isElement(block, 'figure') || hasPlainText(block))

/** `来源：` at the end of an article names the source of the whole. */
const isTail = (text: string, next: Element | undefined) => !next && /^来源/u.test(text)

/** So many paragraphs show how an article is written, and so large a part of them must end as sentences do. */
const MIN_PARAGRAPHS = 4
const MIN_SHARE = 0.9

/**
 * Whether the paragraphs of an article end as sentences do. Then a line under a picture that does not is no paragraph.
 */
function endsItsSentences(body: Parent): boolean {
  const texts: string[] = []
  let before: Node | undefined
  for (const node of body.childNodes) {
    if (isHusk(node)) continue
    const isText =
      isElement(node, 'p') && !(before && isElement(before, 'figure')) && !looksOf(node).has('bold')
    if (isText) texts.push(plainText(node))
    before = node
  }
  return texts.length >= MIN_PARAGRAPHS && texts.filter(endsAsSentence).length >= MIN_SHARE * texts.length
}

/** An alternative text that stands below the picture again. */
function saysTheSame(text: string, figure: Element): boolean {
  const alt = elementsOf(figure, 'img')[0]!
    .attrs.find(({ name }) => name === 'alt')
    ?.value.trim()
  return !!alt && alt.length > 1 && alt === text
}

/** A line that is nothing but a link leads on to something else. */
function isWholeLink(line: Element): boolean {
  const links = elementsOf(line, 'a')
  return links.length > 0 && links.map(plainText).join('') === plainText(line)
}
