import type { BodyPart } from './cut-body.ts'

/** Stands for a long body that the document shows already: to read it out of there takes long, and serves nobody. */
export const IN_DOCUMENT = '<!--in the document-->'

/** How many parts are there, and set, at once; the others are put in after them, see `show-parts.ts`. */
export const FIRST_PARTS = 2

export const partsInDocument = (): BodyPart[] =>
  [...document.querySelectorAll<HTMLElement>('.article-part')].map(({ dataset }) => ({
    html: '',
    blocks: Number(dataset.blocks),
  }))

/** Whether a part is to be there at once: in a document each of them, else the first ones, and where the address leads. */
export const isPartFirst = (part: BodyPart, index: number): boolean =>
  import.meta.env.SSR || index < FIRST_PARTS || !part.html || hasId(part, location.hash)

/** Whether a jump leads into a part. */
export function hasId({ html }: BodyPart, hash: string): boolean {
  try {
    return hash !== '' && html.includes(`id="${decodeURIComponent(hash.slice(1))}"`)
  } catch {
    return false // it is what somebody typed
  }
}
