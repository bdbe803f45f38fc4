/** What is for the eye only: captions, code, players, and what `markUnspoken` has found. */
export const UNSPOKEN = 'figcaption, pre, audio, video, .embed, .credits, [data-unspoken]'

/** `[12]`, `①`, `*`, `注3`. */
const MARK = /^[[(（［〔【]?\s*(注|note)?\s*([\d*†‡§¹²³⁰-⁹①-⑳]{1,4}|[a-z])\s*[\])）］〕】]?$/iu

/** The arrow that leads back from a note, as a letter or as a picture. */
const BACK = /^[↩⤴↑^⏎][^\p{L}\p{N}]*$/u

/** What points to a note, or from it. */
export const isNoteMark = (text: string): boolean => MARK.test(text.trim()) || BACK.test(text.trim())

/** `2` and `n` stand above a letter for other reasons, too. */
export const isPower = (text: string): boolean => /^[\da-z²³⁰-⁹]/i.test(text.trim())

/** Whether a table is of figures: read out, nobody could follow them. */
export function isOfFigures(cells: string[]): boolean {
  const filled = cells.map(cell => cell.trim()).filter(cell => cell !== '')
  const figures = filled.filter(cell => {
    const digits = cell.match(/\p{N}/gu)?.length ?? 0
    const letters = cell.match(/\p{L}/gu)?.length ?? 0
    return digits > 0 && letters <= digits + 1
  })
  return figures.length * 2 >= filled.length
}

/** Marks the elements of a body that a voice leaves out, where no selector could tell. */
export function markUnspoken(body: Element): void {
  for (const table of body.querySelectorAll('table')) {
    const cells = [...table.querySelectorAll('td')].map(({ textContent }) => textContent)
    table.toggleAttribute('data-unspoken', isOfFigures(cells))
  }
  for (const mark of body.querySelectorAll('sup, a[href^="#"]')) {
    const isLinked = mark.matches('a') || mark.querySelector('a[href^="#"]') !== null
    const isNote = isNoteMark(mark.textContent) && (isLinked || !isPower(mark.textContent))
    mark.toggleAttribute('data-unspoken', isNote)
  }
}
