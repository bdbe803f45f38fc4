import { OPAQUE, typeset } from '../../shared/typeset.ts'

/** Elements that are part of a line of text. */
const INLINE = /^([ABIQSU]|CITE|DEL|EM|INS|MARK|RUBY|SMALL|SPAN|STRONG|SU[BP])$/
/** Elements that are beside the line: it goes on as if they were not there. */
const ASIDE = /^(R[PT]|WBR)$/
/** What shows its text as it was written, or no text. */
const OPAQUE_TAGS = /^(CODE|IMG|KBD|PRE|SAMP|VAR)$/

/** How Chinese text is shown in another script: `script/` makes it. */
export interface Conversion {
  /** Words and characters: before the text is set, which may take spaces and marks out of it. */
  convert(texts: string[]): string[]
  /** Quote marks: after, for setting makes some of straight ones. */
  quote(texts: string[]): string[]
}

let conversion: Conversion | null = null

/** What `updateText` converts by from now on; null shows the script of the seed. */
export function setConversion(wanted: Conversion | null): void {
  conversion = wanted
}

/** How the text of a block is shown: whether it is set, and what converts it. */
const shown = new WeakMap<Element, [boolean, Conversion | null]>()

/** What the seed says, of every text that is shown otherwise. */
const originals = new WeakMap<Text, string>()

/** What the seed says where this text is shown. */
export const originalOf = (text: Text): string => originals.get(text) ?? text.data

/**
 * Shows the text of a block of an article as a Chinese book would set it, and in the script that the reader wants, or
 * as the seed has it. Only text nodes change, so nothing else of the page is disturbed.
 */
export function updateText(element: Element): void {
  const isHan = isChinese(element.closest('[lang]'))
  const isSet = isHan && document.documentElement.dataset.typography !== 'off'
  const by = isHan ? conversion : null
  const [wasSet, wasBy] = shown.get(element) ?? [false, null]
  if (wasSet === isSet && wasBy === by) return
  shown.set(element, [isSet, by])
  for (const run of runsOf(element)) {
    const texts = run.map(text => (text ? originalOf(text) : OPAQUE))
    let set = by?.convert(texts) ?? texts
    if (isSet) set = typeset(set, CSS.supports('text-autospace', 'normal'))
    set = by?.quote(set) ?? set
    run.forEach((text, index) => {
      if (!text || text.data === set[index]) return
      originals.set(text, texts[index]!)
      text.data = set[index]!
    })
  }
}

/** The texts that are read as one line or paragraph, with null for what is no text in it. */
function runsOf(element: Element): (Text | null)[][] {
  const runs: (Text | null)[][] = [[]]
  const visit = (node: Node) => {
    if (node instanceof Text) runs.at(-1)!.push(node)
    if (!(node instanceof Element) || ASIDE.test(node.tagName)) return
    if (OPAQUE_TAGS.test(node.tagName) || !isChinese(node)) runs.at(-1)!.push(null)
    else if (INLINE.test(node.tagName)) node.childNodes.forEach(visit)
    else {
      runs.push([])
      node.childNodes.forEach(visit)
      runs.push([])
    }
  }
  visit(element)
  return runs
}

/** Whether an element is not said to be in another language. */
const isChinese = (element: Element | null) => /^(zh|$)/i.test(element?.getAttribute('lang') ?? '')
