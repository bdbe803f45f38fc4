import type { Article } from '../article.ts'
import type { Postings } from './block.ts'
import { factsOf } from './facts.ts'
import { fold } from './fold.ts'
import { searchedText } from './searched-text.ts'
import { eachTerm } from './terms.ts'

/** The terms of some articles, which get their numbers in the order in which they come. */
export class TermIndex {
  readonly #articlesOf = new Map<string, number[]>()
  #count = 0

  add(article: Article): void {
    const { title, body, names } = searchedText(article)
    eachTerm(fold(title).text, term => this.#note(term, 1))
    eachTerm(fold(body).text, term => this.#note(term, 0))
    eachTerm(fold(names).text, term => this.#note(term, 0))
    for (const term of factsOf(article)) this.#note(term, 0)
    this.#count++
  }

  /** In order of terms. */
  postings(): Postings[] {
    return [...this.#articlesOf.keys()].sort().map(term => ({ term, articles: this.#articlesOf.get(term)! }))
  }

  #note(term: string, inTitle: 0 | 1) {
    const articles = this.#articlesOf.get(term)
    if (!articles) this.#articlesOf.set(term, [this.#count * 2 + inTitle])
    // The title comes first.
    else if (articles.at(-1)! >> 1 !== this.#count) articles.push(this.#count * 2 + inTitle)
  }
}
