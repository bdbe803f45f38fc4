import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  articleFile,
  articlePath,
  catalogueFile,
  categoriesPath,
  categoryPath,
  historyPath,
  homeFile,
  homePath,
  monthsFile,
  settingsPath,
  treeFile,
} from '../shared/addresses.ts'
import {
  type Article,
  type CataloguePage,
  type CategoryDigest,
  type CategoryNode,
  type MonthCount,
  PAGE_SIZE,
  type Summary,
} from '../shared/article.ts'
import type { Site } from '../shared/site.ts'
import {
  buildCatalogue,
  type Catalogue,
  digestOf,
  largestBelow,
  MOST_CHILDREN,
  pageCount,
  treeOf,
} from './catalogue.ts'
import { cleanSeed } from './clean-seed.ts'
import { countMonths } from './count-months.ts'
import { detached } from './detached.ts'
import { listSeeds, nameOfFile } from './list-seeds.ts'
import { LocalPictures } from './pictures.ts'
import { type Problems, problemOf, type Report } from './problems.ts'
import { readBody, readSeed, type SeedHead } from './read-seed.ts'

/** A page of the site and the data files it is rendered from. */
export interface SitePage {
  /** Percent-encoded, without the base. */
  path: string
  files: string[]
  /** Data files that belong to it but do not come with it. */
  laterFiles?: string[]
}

/**
 * Everything the site says, made from the seeds. The front matter of all seeds is read at once, for order and
 * neighbours; each body only when its article is asked for, so that memory does not grow with the archive.
 */
export class Content {
  readonly site: Site
  readonly pictures: LocalPictures
  readonly #seedsDir: string
  readonly #problems: Problems
  readonly #seeds: Map<string, { head: SeedHead; path: string }>
  readonly #catalogue: Catalogue
  readonly #summaries = new Map<string, Summary>()

  /**
   * Reads the front matter of every seed.
   *
   * @param problems is told of every seed that is left out, and why
   */
  constructor(seedsDir: string, site: Site, problems: Problems) {
    this.site = site
    this.pictures = new LocalPictures(seedsDir, site.base)
    this.#seedsDir = seedsDir
    this.#problems = problems
    this.#seeds = new Map()
    for (const path of listSeeds(seedsDir)) {
      const report = this.#reportFor(path)
      const head = readHead(join(seedsDir, path), path, site.timeZone, report)
      const twin = head && this.#seeds.get(head.id)
      if (twin)
        report(
          problemOf(
            'id-duplicate',
            { line: 1 },
            `its id ${head.id} is already that of ${nameOfFile(seedsDir, twin.path)}`,
          ),
        )
      else if (head) this.#seeds.set(head.id, { head, path })
    }
    this.#catalogue = buildCatalogue([...this.#seeds.values()].map(seed => seed.head))
  }

  get articleCount(): number {
    return this.#seeds.size
  }

  /** Every page of the site, articles first: the lists then find their summaries made. */
  *pages(): Iterable<SitePage> {
    for (const { id } of this.#catalogue.root.heads) yield { path: articlePath(id), files: [articleFile(id)] }
    for (const [path, category] of this.#catalogue.byPath)
      for (let page = 1; page <= pageCount(category); page++)
        yield {
          path: categoryPath(path, page),
          files: [catalogueFile(path, page)],
          ...(page === 1 && pageCount(category) > 1 && { laterFiles: [monthsFile(path)] }),
        }
    yield { path: homePath, files: [homeFile, catalogueFile('')] }
    yield { path: categoriesPath, files: [treeFile] }
    yield { path: historyPath, files: [] }
    yield { path: settingsPath, files: [] }
  }

  /** The content of a data file, or undefined if the site has no such file. */
  async file(
    address: string,
  ): Promise<CategoryNode[] | CategoryDigest | CataloguePage | MonthCount[] | Article | undefined> {
    if (address === treeFile) return treeOf(this.#catalogue.root)
    if (address === homeFile) return digestOf(this.#catalogue)
    const [, id] = /^\/data\/a\/([0-9a-f]{16})\.json$/.exec(address) ?? []
    if (id) return this.#article(id)
    const months = /^\/data\/c\/(?:(.+)\/)?months\.json$/.exec(address)
    if (months) return this.#months(months[1] ?? '')
    const [, path, page] = /^\/data\/c\/(?:(.+)\/)?page-([1-9]\d{0,6})\.json$/.exec(address) ?? []
    return page ? this.#cataloguePage(path ?? '', Number(page)) : undefined
  }

  async #article(id: string): Promise<Article | undefined> {
    const seed = this.#seeds.get(id)
    if (!seed) return undefined
    const { head, path } = seed
    const rawBody = readBody(readFileSync(join(this.#seedsDir, path)))
    const report = this.#reportFor(path)
    const { body, summary } = await cleanSeed(head, path, rawBody, this.site, this.pictures, report)
    const { updated, tags, link } = head
    const full = { ...summary, categories: this.#catalogue.linksOf.get(id)! }
    this.#summaries.set(id, detached(full))
    return {
      ...full,
      updated,
      tags,
      link,
      ...this.#catalogue.neighboursOf.get(id)!,
      body,
    }
  }

  async #summary(id: string): Promise<Summary> {
    if (!this.#summaries.has(id)) await this.#article(id)
    return this.#summaries.get(id)!
  }

  async #cataloguePage(path: string, page: number): Promise<CataloguePage | undefined> {
    const category = this.#catalogue.byPath.get(path)
    if (!category || page > pageCount(category)) return undefined
    const heads = category.heads.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    return {
      category: category.link,
      children: largestBelow(category, MOST_CHILDREN),
      childCount: category.children.length,
      page,
      pages: pageCount(category),
      total: category.heads.length,
      articles: await Promise.all(heads.map(head => this.#summary(head.id))),
    }
  }

  #months(path: string): MonthCount[] | undefined {
    const category = this.#catalogue.byPath.get(path)
    if (!category || pageCount(category) === 1) return undefined
    return countMonths(
      category.heads.map(head => head.date),
      this.site.timeZone,
    )
  }

  #reportFor(path: string): Report {
    return this.#problems.reportFor(nameOfFile(this.#seedsDir, path))
  }
}

function readHead(file: string, path: string, timeZone: string, report: Report): SeedHead | null {
  try {
    const seed = readSeed(path, readFileSync(file), timeZone, report)
    if (!seed) return null
    const { body: _, places: __, frontMatter: ___, frontMatterLine: ____, ...head } = seed
    return detached(head)
  } catch (error) {
    // A folder named x.txt, a file without permission: the others are still read.
    report(problemOf('file-unreadable', { line: 1 }, `cannot be read: ${(error as Error).message}`))
    return null
  }
}
