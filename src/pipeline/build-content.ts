import { searchFile } from '../shared/addresses.ts'
import type { Article, Summary } from '../shared/article.ts'
import type { SearchIndex } from '../shared/search/segment.ts'
import { TermIndex } from '../shared/search/term-index.ts'
import { writeSegment } from '../shared/search/write-segment.ts'
import type { Site } from '../shared/site.ts'
import type { CatalogueHead } from './catalogue.ts'
import { traitsIn } from './list-index.ts'
import { listSeeds, nameOfFile } from './list-seeds.ts'
import { makeArticle, readHead, type Sources, summaryOf } from './make-article.ts'
import { minuteOf, type Weight, weigh } from './pack-index.ts'
import { LocalPictures } from './pictures.ts'
import { type Problems, problemOf, type Report } from './problems.ts'
import {
  articlePages,
  articlesIn,
  linksOf,
  listData,
  listJson,
  listPages,
  type Order,
  orderOf,
  type SitePage,
} from './site-pages.ts'

/**
 * Everything the site says, made when it is asked for: what the dev server shows. The front matter of all seeds is read
 * at once, for order and neighbours; each body when its article is asked for.
 */
export class Content {
  readonly site: Site
  readonly pictures: LocalPictures
  readonly #sources: Sources
  readonly #problems: Problems
  readonly #pathOf: Map<string, string>
  readonly #order: Order
  readonly #summaries = new Map<string, Summary>()
  #searchFiles: Promise<Map<string, string | Uint8Array>> | undefined

  /**
   * Reads the front matter of every seed.
   *
   * @param problems is told of every seed that is left out, and why
   */
  constructor(seedsDir: string, site: Site, problems: Problems) {
    this.site = site
    this.pictures = new LocalPictures(seedsDir, site.base)
    this.#sources = { seedsDir, site, pictures: this.pictures }
    this.#problems = problems
    const seeds = listSeeds(seedsDir).map(path => ({
      path,
      head: readHead(path, this.#sources, this.#reportFor(path)).head,
    }))
    const { heads, pathOf } = withoutTwins(seeds, (path, twin) =>
      this.#reportFor(path)(twinProblem(twin, seedsDir)),
    )
    this.#pathOf = pathOf
    this.#order = orderOf(heads, site.timeZone)
  }

  get articleCount(): number {
    return this.#pathOf.size
  }

  /** Every page of the site. */
  *pages(): Iterable<SitePage> {
    yield* articlePages(this.#order.catalogue)
    yield* listPages(this.#order)
  }

  /** The content of a data file, or undefined if the site has no such file. */
  async file(address: string): Promise<unknown> {
    const [, id] = /^\/data\/a\/([0-9a-f]{16})\.json$/.exec(address) ?? []
    if (id) return this.#article(id)
    const data = listData(this.#order, address)
    if (!data) return undefined
    const summaries = new Map<string, string>()
    for (const id of articlesIn(data)) summaries.set(id, JSON.stringify(await this.#summary(id)))
    const summaryOf = (id: string) => summaries.get(id)!
    const weights = new Map<string, Weight>()
    if ('packed' in data)
      for (const id of articlesIn(data)) weights.set(id, weigh(JSON.stringify(await this.#article(id))))
    return JSON.parse(
      listJson(
        data,
        summaryOf,
        id => traitsIn(summaryOf(id)),
        id => weights.get(id)!,
      ),
    )
  }

  /** A file of the search index, which takes in all articles with the first that is asked for. */
  async searchFile(address: string): Promise<string | Uint8Array | undefined> {
    this.#searchFiles ??= this.#makeSearch()
    return (await this.#searchFiles).get(address)
  }

  async #makeSearch(): Promise<Map<string, string | Uint8Array>> {
    const files = new Map<string, string | Uint8Array>()
    const heads = this.#order.catalogue.root.heads.toReversed()
    const terms = new TermIndex()
    for (const { id } of heads) terms.add((await this.#article(id))!)
    const articles = heads.map(head => ({ id: head.id, published: minuteOf(head) }))
    writeSegment('0', articles, terms.postings(), (path, content) => files.set(path, content))
    const index: SearchIndex = { articles: heads.length, segments: ['0'] }
    return files.set(searchFile, JSON.stringify(index))
  }

  async #article(id: string): Promise<Article | undefined> {
    const path = this.#pathOf.get(id)
    if (path === undefined) return undefined
    const links = linksOf(id, this.#order)
    const { article } = await makeArticle(path, null, links, this.#sources, this.#reportFor(path))
    this.#summaries.set(id, summaryOf(article))
    return article
  }

  async #summary(id: string): Promise<Summary> {
    if (!this.#summaries.has(id)) await this.#article(id)
    return this.#summaries.get(id)!
  }

  #reportFor(path: string): Report {
    return this.#problems.reportFor(nameOfFile(this.#sources.seedsDir, path))
  }
}

/** Of the seeds with one id, the first counts. */
export function withoutTwins(
  seeds: Iterable<{ path: string; head: CatalogueHead | null }>,
  tell: (path: string, twin: { id: string; path: string }) => void,
): { heads: CatalogueHead[]; pathOf: Map<string, string> } {
  const heads: CatalogueHead[] = []
  const pathOf = new Map<string, string>()
  for (const { path, head } of seeds) {
    if (!head) continue
    const twin = pathOf.get(head.id)
    if (twin !== undefined) {
      tell(path, { id: head.id, path: twin })
      continue
    }
    pathOf.set(head.id, path)
    heads.push(head)
  }
  return { heads, pathOf }
}

export const twinProblem = (twin: { id: string; path: string }, seedsDir: string) =>
  problemOf(
    'id-duplicate',
    { line: 1 },
    `its id ${twin.id} is already that of ${nameOfFile(seedsDir, twin.path)}`,
  )
