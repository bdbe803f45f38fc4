/** A part of a body: some of its blocks. */
export interface BodyPart {
  html: string
  blocks: number
}

/** A body longer than this is shown in parts, which the browser lays out when the reader comes near. In UTF-16 code units. */
const LONG = 60_000

/** One to four screens of text, or of pictures. */
const PART = 3000

const TAG = /<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|[^">])*>/g
const VOID = /^(br|col|hr|img|wbr)$/

/** What was cut last: an article is cut before it is shown, in a task of its own. */
let last: { html: string; parts: BodyPart[] } | undefined

/** Cuts clean HTML into parts of whole blocks; a body of ordinary length is one part. */
export function cutBody(html: string): BodyPart[] {
  if (html.length <= LONG) return [{ html, blocks: 0 }]
  if (last?.html !== html) last = { html, parts: cutLong(html) }
  return last.parts
}

/** Margins of neighbours do not collapse from part to part, so a part begins with a paragraph, which has none above it. */
function cutLong(html: string): BodyPart[] {
  const parts: BodyPart[] = []
  let depth = 0
  let start = 0
  let blocks = 0
  const cut = (end: number) => {
    parts.push({ html: html.slice(start, end), blocks })
    start = end
    blocks = 0
  }
  for (const { 1: slash, 2: name, index } of html.matchAll(TAG)) {
    if (depth === 0 && !slash) {
      const length = index - start
      if (length > 4 * PART || (length > PART && name === 'p')) cut(index)
      blocks++
    }
    if (slash) depth--
    else if (!VOID.test(name!)) depth++
  }
  cut(html.length)
  return parts
}
