import type { Article } from '../article.ts'
import { PARTS, type Postings, placeOf } from './block.ts'
import { factsOf } from './facts.ts'
import { fold } from './fold.ts'
import { searchedText } from './searched-text.ts'
import { eachTerm } from './terms.ts'

/** The part that names and facts are in, beside the end of the text. */
const LAST = PARTS - 1

/** The terms of some articles, which get their numbers in the order in which they come. */
export class TermIndex {
  readonly #placesOf = new Map<string, number[]>()
  #count = 0

  add(article: Article): void {
    const { title, body, names } = searchedText(article)
    const note = (term: string, part: number) => {
      const place = placeOf(this.#count, part)
      const places = this.#placesOf.get(term)
      if (!places) this.#placesOf.set(term, [place])
      else if (places.at(-1) !== place) places.push(place)
    }
    const noteAll = (text: string, part: number) => eachTerm(text, term => note(term, part))
    noteAll(fold(title).text, 0)
    const lines = fold(body).text
    const size = Math.ceil(lines.length / LAST) // the same number of characters for each
    let part = 1
    for (let start = 0; start < lines.length; part++) {
      // To the end of the line, so that no phrase is cut.
      const end = part === LAST ? -1 : lines.indexOf('\n', Math.max(start, part * size))
      noteAll(lines.slice(start, end < 0 ? undefined : end), part)
      start = end < 0 ? lines.length : end + 1
    }
    noteAll(fold(names).text, LAST)
    for (const term of factsOf(article)) note(term, LAST)
    this.#count++
  }

  /** In order of terms. */
  postings(): Postings[] {
    return [...this.#placesOf.keys()].sort().map(term => ({ term, places: this.#placesOf.get(term)! }))
  }
}
