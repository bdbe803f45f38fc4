import { OPAQUE, typeset } from '../../shared/typeset.ts'

/** Elements that are part of a line of text. */
const INLINE = /^([ABIQSU]|CITE|DEL|EM|INS|MARK|RUBY|SMALL|SPAN|STRONG|SU[BP])$/
/** Elements that are beside the line: it goes on as if they were not there. */
const ASIDE = /^(R[PT]|WBR)$/
/** What shows its text as it was written, or no text. */
const OPAQUE_TAGS = /^(CODE|IMG|KBD|PRE|SAMP|VAR)$/

/** Blocks whose text is as the reader has chosen, by whether that is set. */
const shown = new WeakMap<Element, boolean>()

/** What the seed says, of every text that is shown otherwise. */
const originals = new WeakMap<Text, string>()

/** What the seed says where this text is shown. */
export const originalOf = (text: Text): string => originals.get(text) ?? text.data

/**
 * Shows the text of a block of an article as a Chinese book would set it, or as the seed has it where the
 * reader wants that. Only text nodes change, so nothing else of the page is disturbed.
 */
export function updateText(element: Element): void {
  const isOn = document.documentElement.dataset.typography !== 'off' && isChinese(element.closest('[lang]'))
  if (shown.get(element) === isOn) return
  shown.set(element, isOn)
  for (const run of runsOf(element)) {
    const texts = run.map(text => (text ? originalOf(text) : OPAQUE))
    const set = isOn ? typeset(texts, CSS.supports('text-autospace', 'normal')) : texts
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
