import { pinyin } from 'pinyin-pro'
import { isRare } from './rare.ts'

/** Blocks of lines. What holds anything that lives (a picture, a button) stays as it is: copies do not live. */
const BLOCKS = 'p, h2, h3, h4, h5, h6, li, dd, dt, td, th, figcaption, blockquote'
const LIVING = 'img, video, audio, iframe, button, .embed, p, ul, ol, pre, table'
/** Says already how it is read, or is not read as Chinese. */
const SKIPPED = 'ruby, code, kbd, samp, pre, [lang]:not([lang|="zh"])'

/**
 * Shows how rare characters are read, above them. Blocks that hold any give their place to a copy with annotations, and
 * take it back afterwards: what else is known of their texts stays true.
 *
 * @param lang of the text, which decides what is rare
 * @returns takes the annotations away
 */
export function annotate(body: HTMLElement, lang: string): () => void {
  const copies = new Map<Element, Element>()
  for (const block of body.querySelectorAll(BLOCKS)) {
    if (block.querySelector(LIVING) || block.closest(SKIPPED)) continue
    const characters = new Set([...block.textContent].filter(character => isRare(character, lang)))
    if (characters.size === 0) continue
    const copy = block.cloneNode(true) as Element
    annotateTexts(copy, characters)
    block.replaceWith(copy)
    copies.set(copy, block)
  }
  return () => {
    for (const [copy, block] of copies) copy.replaceWith(block)
  }
}

function annotateTexts(block: Element, rare: Set<string>): void {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (texts.nextNode()) found.push(texts.currentNode as Text)
  for (const text of found) if (!text.parentElement!.closest(SKIPPED)) annotateText(text, rare)
}

function annotateText(text: Text, rare: Set<string>): void {
  if (![...text.data].some(character => rare.has(character))) return
  const pieces: Node[] = []
  let plain = ''
  const endPlain = () => {
    if (plain) pieces.push(document.createTextNode(plain))
    plain = ''
  }
  // Read as a whole: what stands beside a character decides between its readings.
  for (const { origin, pinyin: reading } of pinyin(text.data, { type: 'all' }))
    if (rare.has(origin) && reading) {
      endPlain()
      pieces.push(annotated(origin, reading))
    } else plain += origin
  endPlain()
  text.replaceWith(...pieces)
}

function annotated(character: string, reading: string): HTMLElement {
  const ruby = document.createElement('ruby')
  const note = document.createElement('rt')
  note.textContent = reading
  note.lang = 'zh-Latn-pinyin'
  ruby.append(character, note)
  return ruby
}
