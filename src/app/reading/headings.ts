import { way } from '../ui/way.ts'

/** A heading of an article, as its contents show it. */
export interface Heading {
  element: HTMLElement
  text: string
  /** 0 for the outermost. */
  depth: number
}

/** The headings of a body, in order; those without text are nowhere to go to. */
export function headingsOf(body: HTMLElement): Heading[] {
  const elements = [...body.querySelectorAll<HTMLElement>('h2, h3, h4, h5, h6')]
  const levels = elements.map(({ tagName }) => Number(tagName[1]))
  const outermost = Math.min(...levels)
  return elements
    .map((element, index) => ({
      element,
      text: element.textContent.trim(),
      depth: Math.min(3, levels[index]! - outermost),
    }))
    .filter(({ text }) => text !== '')
}

/** The last heading that the reader has passed; -1 before the first. */
export function currentHeading(headings: Heading[], line: number): number {
  const next = headings.findIndex(({ element }) => way().stretchOf(element).start > way().lineFor(line))
  return (next < 0 ? headings.length : next) - 1
}
