/** A body longer than this is shown in parts, which the browser lays out when the reader comes near. In UTF-16 code units. */
const LONG = 60_000

/** About one to four screens of text, or of pictures. */
const PART = 3000

/** A part of a long body: some of its blocks. */
export interface BodyPart {
  html: string
  blocks: number
}

const TAG = /<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|[^">])*>/g
const VOID = /^(br|col|hr|img|wbr)$/

/**
 * Cuts clean HTML into parts of whole blocks; a body of ordinary length is one part. Margins of neighbours do not
 * collapse from part to part, so a part begins with a paragraph, which has none above it.
 */
export function partsOf(html: string): BodyPart[] {
  if (html.length <= LONG) return [{ html, blocks: 0 }]
  const parts: BodyPart[] = []
  let depth = 0
  let start = 0
  let blocks = 0
  const cut = (end: number) => {
    parts.push({ html: html.slice(start, end), blocks })
    start = end
    blocks = 0
  }
  for (const { 0: tag, 1: slash, 2: name, index } of html.matchAll(TAG)) {
    if (depth === 0 && !slash) {
      const length = index - start
      if (length > 4 * PART || (length > PART && name === 'p')) cut(index)
      blocks++
    }
    if (slash) depth--
    else if (!VOID.test(name!) && !tag.endsWith('/>')) depth++
  }
  cut(html.length)
  return parts
}

/** Stands for a long body that the document shows already: to read it out of there takes long, and serves nobody. */
export const IN_DOCUMENT = '<!--in the document-->'

export const partsInDocument = (): BodyPart[] =>
  [...document.querySelectorAll<HTMLElement>('.article-part')].map(({ dataset }) => ({
    html: '',
    blocks: Number(dataset.blocks),
  }))

/** How many parts are there, and set, at once; the others are put in after them, see `show-parts.ts`. */
export const FIRST_PARTS = 2

/** Whether a part is to be there at once: in a document each of them, else the first ones, and where the address leads. */
export function isPartFirst(parts: BodyPart[], index: number): boolean {
  if (import.meta.env.SSR || index < FIRST_PARTS || !parts[index]!.html) return true
  return location.hash !== '' && partWithId(parts, location.hash) === index
}

/** Index of the part that a jump leads to, or -1. */
export function partWithId(parts: BodyPart[], hash: string): number {
  let id = hash.slice(1)
  try {
    id = decodeURIComponent(id)
  } catch {
    // It is what somebody typed.
  }
  return id ? parts.findIndex(({ html }) => html.includes(`id="${id}"`)) : -1
}
