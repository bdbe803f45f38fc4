import type { Article } from '../article.ts'
import { type Postings, placeOf } from './block.ts'
import { factsOf } from './facts.ts'
import { foldText } from './fold.ts'
import { searchedText } from './searched-text.ts'
import { eachTerm } from './terms.ts'

/** The terms of some articles, which get their numbers in the order in which they come. */
export class TermIndex {
  readonly #placesOf = new Map<string, number[]>()
  #count = 0

  add(article: Article): void {
    const { title, body, names } = searchedText(article)
    eachTerm(foldText(title), term => this.#note(term, 0))
    eachTerm(foldText(body), term => this.#note(term, 1))
    eachTerm(foldText(names), term => this.#note(term, 1))
    for (const term of factsOf(article)) this.#note(term, 1)
    this.#count++
  }

  /** In order of terms. */
  postings(): Postings[] {
    return [...this.#placesOf.keys()].sort().map(term => ({ term, places: this.#placesOf.get(term)! }))
  }

  #note(term: string, part: number) {
    const place = placeOf(this.#count, part)
    const places = this.#placesOf.get(term)
    if (!places) this.#placesOf.set(term, [place])
    else if (places.at(-1) !== place) places.push(place)
  }
}
