import { readFileSync } from 'node:fs'
import { availableParallelism, constants } from 'node:os'
import { join } from 'node:path'
import { articleFile, articlePath, searchFile } from '../../shared/addresses.ts'
import type { Site } from '../../shared/site.ts'
import { twinProblem, withoutTwins } from '../build-content.ts'
import type { CatalogueHead } from '../catalogue.ts'
import type { SiteSize } from '../host-limits.ts'
import { type Traits, traitsIn } from '../list-index.ts'
import { listSeeds, nameOfFile } from '../list-seeds.ts'
import { type ArticleLinks, digestOf } from '../make-article.ts'
import { openSearchXml } from '../open-search.ts'
import { minuteOf } from '../pack-index.ts'
import { compareText, type Problems } from '../problems.ts'
import type { Progress } from '../progress.ts'
import { filesOf, type IndexedArticle, planIndex, type SegmentRecord } from '../search/plan.ts'
import {
  linksOf,
  listData,
  listJson,
  listPages,
  type Order,
  orderOf,
  type SitePage,
  withTwinsFolded,
} from '../site-pages.ts'
import { robotsTxt, sitemapFiles } from '../sitemap.ts'
import type { App } from './app-bundle.ts'
import { Crew } from './crew.ts'
import {
  type ArticleWork,
  type CopyWork,
  fileOf,
  isSame,
  type PageWork,
  type Stamp,
  sourceStampOf,
  stampOf,
  type UsedPicture,
  type Works,
} from './maker.ts'
import { Output } from './output.ts'
import { isOfShard, PART_FILE, readParts, recordsOfPart, type Shard } from './parts.ts'
import { noRecords, type Records, readRecords, type SeedRecord, writeRecords } from './records.ts'
import { type Retired, retire } from './retired.ts'

export interface Job {
  seedsDir: string
  outDir: string
  site: Site
  app: App
  /** Where the next build finds what this one knows; null keeps nothing. */
  recordsFile: string | null
  problems: Problems
  progress: Progress
  /** How many threads beside this one. */
  threads?: number
}

export interface Built {
  articles: number
  size: SiteSize
}

/**
 * Makes the site of a folder of seeds: reads the front matter of all, makes the article of each, then the lists. What
 * the build before made of the same stays as it is.
 *
 * @throws if a file cannot be written or a thread ends: then all is as it was before
 */
export const buildSite = (job: Job): Promise<Built> =>
  SiteBuild.run(job, async build => {
    await build.readHeads()
    await build.makeArticles()
    await build.makeSearch()
    await build.makePages()
    build.writeRest()
  })

/** Makes one part of a site: the articles of its seeds, and what merging must know. */
export const buildPart = (job: Job, shard: Shard): Promise<Built> =>
  SiteBuild.run(job, async build => {
    await build.readHeads()
    await build.makeArticles(shard)
    build.writePart(shard)
  })

/**
 * Makes of all parts the same site, to the byte, as `buildSite` makes at once.
 *
 * @param folder holds the folders of the parts
 * @throws also if a part is missing or does not fit
 */
export const mergeParts = (job: Job, folder: string): Promise<Built> =>
  SiteBuild.run(job, async build => {
    await build.copyParts(folder)
    await build.makeSearch()
    await build.makePages()
    build.writeRest()
  })

class SiteBuild {
  readonly #job: Job
  readonly #past: Records
  /** The same, also where this version can make nothing of it. */
  readonly #left: Records
  #retired = new Map<string, Retired>()
  readonly #output: Output
  readonly #crew: Crew
  /** When the seeds were looked at. */
  #time = Date.now()
  /** By path. */
  readonly #seeds = new Map<string, SeedRecord>()
  #pathOf = new Map<string, string>()
  #articles = 0
  #order: Order
  readonly #segments = new Map<string, SegmentRecord>()
  readonly #traits = new Map<string, Traits>()
  #isStopping = false

  private constructor(job: Job, past: Records, left: Records, output: Output) {
    this.#job = job
    this.#past = past
    this.#left = left
    this.#output = output
    this.#crew = new Crew(job.threads ?? availableParallelism(), job.app, {
      seedsDir: job.seedsDir,
      site: job.site,
      nextDir: output.nextDir,
      outDir: output.outDir,
      page: job.app.page,
      serverEntry: job.app.serverEntry,
    })
    this.#order = orderOf([], job.site.timeZone)
    for (const signal of SIGNALS) process.on(signal, this.#stop)
  }

  /** Takes the steps of a build and publishes what they made; ends in order if one fails. */
  static async run(job: Job, takeSteps: (build: SiteBuild) => Promise<void>): Promise<Built> {
    const { contentKey } = job.app
    let left = noRecords(contentKey)
    const openPast = () => {
      left = (job.recordsFile && readRecords(job.recordsFile)) || left
      return left.version === contentKey ? left : noRecords(contentKey)
    }
    const { output, past } = Output.open(job.outDir, openPast)
    const build = new SiteBuild(job, past, left, output)
    try {
      await takeSteps(build)
      return build.#publish()
    } finally {
      await build.#end()
    }
  }

  async #end(): Promise<void> {
    if (this.#isStopping) await never
    for (const signal of SIGNALS) process.off(signal, this.#stop)
    await this.#crew.close()
    this.#output.close()
  }

  readonly #stop = async (signal: 'SIGINT' | 'SIGTERM') => {
    this.#isStopping = true
    await this.#crew.close() // threads would go on to write
    this.#output.close()
    process.exit(128 + constants.signals[signal])
  }

  /** Reads the front matter of the seeds that are not as they were, and puts all in order. */
  async readHeads(): Promise<void> {
    const { seedsDir } = this.#job
    const changed: string[] = []
    for (const path of listSeeds(seedsDir)) {
      const stamp = sourceStampOf(join(seedsDir, path))
      const past = this.#past.seeds.get(path)
      if (past && stamp && this.#isSettled(past.stamp, stamp)) this.#seeds.set(path, past)
      else {
        changed.push(path)
        this.#seeds.set(path, { path, stamp: stamp ?? [0, 0], digest: '', head: null, problems: [] })
      }
    }
    await this.#work('Reading seeds', 'head', changed, changed.length, (path, made) => {
      const past = this.#past.seeds.get(path)
      const record = this.#seeds.get(path)!
      const isSameText = past !== undefined && made.digest !== '' && past.digest === made.digest
      this.#seeds.set(path, {
        ...record,
        ...made,
        ...(isSameText && past.article && { article: past.article }),
      })
    })
    this.#putInOrder()
  }

  /** Puts the articles of all seeds in order. */
  #putInOrder(): void {
    const { seedsDir, problems } = this.#job
    const seeds = [...this.#seeds.values()].sort((a, b) => compareText(a.path, b.path))
    const { heads, pathOf } = withoutTwins(seeds, (path, twin) => {
      problems.reportFor(nameOfFile(seedsDir, path))(twinProblem(twin, seedsDir))
      // What was made of it, while it was alone, is no longer there.
      this.#seeds.set(path, { ...this.#seeds.get(path)!, article: undefined })
    })
    this.#pathOf = pathOf
    this.#order = orderOf(heads, this.#job.site.timeZone)
  }

  /** Makes the articles whose seed, neighbours, categories or look changed. */
  async makeArticles(shard: Shard | null = null): Promise<void> {
    const heads = this.#order.catalogue.root.heads.filter(
      ({ id }) => !shard || isOfShard(this.#pathOf.get(id)!, shard),
    )
    this.#articles = heads.length
    const stale = heads.flatMap(({ id }) => this.#staleArticle(id) ?? [])
    await this.#work(
      'Articles',
      'article',
      mapped(stale, ({ id, hasData }) => this.#articleWork(id, hasData)),
      stale.length,
      (work, made) => {
        const record = this.#seeds.get(work.path)!
        record.article = {
          problems: [],
          pictures: [],
          sketch: null,
          ...record.article,
          ...made.text,
          summary: made.summary,
          weight: made.weight ?? record.article!.weight,
        }
        const keys = this.#articleKeys(work.id)
        if (made.stamps.data) this.#output.wrote(articleFile(work.id), keys.data, made.stamps.data)
        this.#output.wrote(fileOf(articlePath(work.id)), keys.page, made.stamps.page)
      },
    )
    for (const { id } of heads)
      for (const { path, file } of this.#recordOf(id).article!.pictures)
        if (path) this.#copyPicture(path, file)
  }

  /** @param path tells the content */
  #copyPicture(path: string, file: string): void {
    if (this.#output.files.has(path) || this.#output.keep(path, path)) return
    const bytes = readFileSync(join(this.#job.seedsDir, file))
    if (!path.includes(digestOf(bytes))) throw new Error(`${file}: changed while the site was built`)
    this.#output.write(path, path, bytes)
  }

  writePart(shard: Shard): void {
    const records = recordsOfPart(this.#records, this.#version, shard, path => this.#output.read(path))
    const file = join(this.#output.nextDir, PART_FILE)
    writeRecords(file, records)
    this.#output.wrote(`/${PART_FILE}`, records.version, stampOf(file)!)
  }

  async copyParts(folder: string): Promise<void> {
    this.#time = 0 // others looked at the seeds
    const parts = readParts(folder, this.#version)
    const works: CopyWork[] = []
    const keys = new Map<string, string>()
    for (const { folder: from, records } of parts) {
      for (const [path, seed] of records.seeds) this.#seeds.set(path, seed)
      for (const [path, { key, digest }] of records.files) {
        if (keys.has(path) || this.#output.keep(path, key)) continue
        works.push({ from, path, digest: digest! })
        keys.set(path, key)
      }
    }
    this.#putInOrder()
    this.#articles = this.#pathOf.size
    await this.#work('Merging', 'copy', works, works.length, ({ path }, stamp) =>
      this.#output.wrote(path, keys.get(path)!, stamp),
    )
  }

  /** Makes the search index of all articles, of their data files and of what the build before made. */
  async makeSearch(): Promise<void> {
    const past = [...this.#past.segments].filter(([name, record]) =>
      filesOf(name, record).every(path => this.#output.lies(path)),
    )
    const { kept, runs, segments, index } = planIndex(
      this.#order.catalogue.root.heads.map(head => this.#indexed(head)),
      new Map(past),
      this.#output.outDir,
      this.#output.runsDir,
    )
    for (const [name, record] of kept) {
      this.#segments.set(name, record)
      for (const path of filesOf(name, record)) this.#output.keep(path, path)
    }
    await this.#work('Search terms', 'run', runs, runs.length, () => {})
    await this.#work('Search index', 'segment', segments, segments.length, ({ name, articles }, written) => {
      for (const [path, stamp] of written) this.#output.wrote(path, path, stamp)
      const files = written.filter(([path]) => path.includes('/terms-')).length
      this.#segments.set(name, { keys: articles.map(({ key }) => key), files })
    })
    const json = JSON.stringify(index)
    this.#output.write(searchFile, digestOf(json), json)
  }

  #indexed(head: CatalogueHead): IndexedArticle {
    const { id } = head
    const { digest, article } = this.#recordOf(id)
    const pictures = article!.pictures.map(({ path }) => path)
    return {
      id,
      published: minuteOf(head),
      key: id + digestOf(JSON.stringify([digest, pictures, this.#order.catalogue.linksOf.get(id)])),
    }
  }

  /** Makes all other pages, and their data. */
  async makePages(): Promise<void> {
    this.#order = withTwinsFolded(this.#order, id => this.#recordOf(id).article!.sketch)
    const digests = new Map<string, string>()
    const summaryDigest = (id: string) => {
      const known = digests.get(id) ?? `{${digestOf(this.#summaryOf(id))}}`
      digests.set(id, known)
      return known
    }
    const keys = new Map<string, string>()
    const stale: { path: string; files: string[]; writes: string[] }[] = []
    for (const { path, files, laterFiles = [] } of [...listPages(this.#order), notFoundPage]) {
      // A file of two pages comes with the first.
      const own = files.filter(address => !keys.has(address))
      for (const address of own) keys.set(address, digestOf(this.#listJson(address, summaryDigest)))
      keys.set(
        path,
        digestOf([this.#job.app.pageKey, path, ...files.map(address => keys.get(address))].join()),
      )
      const isThere = this.#output.keep(fileOf(path), keys.get(path)!)
      const writes = own.filter(address => !this.#output.keep(fileOf(address), keys.get(address)!))
      if (!isThere || writes.length > 0) stale.push({ path, files, writes })
      for (const address of laterFiles) {
        const json = this.#listJson(address)
        this.#output.write(fileOf(address), digestOf(json), json)
      }
    }
    const workFor = ({ path, files, writes }: (typeof stale)[number]): PageWork => ({
      path,
      files: Object.fromEntries(files.map(address => [address, this.#listJson(address)])),
      writes,
    })
    await this.#work('Lists', 'page', mapped(stale, workFor), stale.length, ({ path, writes }, stamps) => {
      for (const [index, address] of [path, ...writes].entries())
        this.#output.wrote(fileOf(address), keys.get(address)!, stamps[index]!)
    })
  }

  /** Writes what is neither article nor list: the app, the sitemap. */
  writeRest(): void {
    const { app, site } = this.#job
    for (const [path, digest] of app.clientFiles) this.#output.copy(path, digest, join(app.clientDir, path))
    this.#keepRetired()
    const entries = [
      ...mapped(this.#order.catalogue.root.heads, ({ id, updated, date }) => ({
        path: articlePath(id),
        modified: updated ?? date,
      })),
      ...mapped(listPages(this.#order), ({ path, files }) => (files.length > 0 ? [{ path }] : [])),
    ].flat()
    const texts = sitemapFiles(entries, site).set('/robots.txt', robotsTxt(site))
    const openSearch = openSearchXml(site)
    if (openSearch) texts.set('/opensearch.xml', openSearch)
    for (const [path, text] of texts) this.#output.write(path, digestOf(text), text)
  }

  /** Readers have pages of older versions open, which need their own scripts. */
  #keepRetired(): void {
    const current = new Set(this.#job.app.clientFiles.map(([path]) => path))
    for (const [path, age] of retire(this.#left, current, this.#time || Date.now()))
      if (this.#output.carry(path, this.#left.files.get(path)!)) this.#retired.set(path, age)
  }

  #summaryOf(id: string): string {
    return this.#recordOf(id).article!.summary
  }

  /** An article stands in several lists. */
  #traitsOf(id: string): Traits {
    const traits = this.#traits.get(id) ?? traitsIn(this.#summaryOf(id))
    this.#traits.set(id, traits)
    return traits
  }

  #listJson(address: string, summaryOf = (id: string) => this.#summaryOf(id)): string {
    const data = listData(this.#order, address)!
    const weightOf = (id: string) => this.#recordOf(id).article!.weight
    return listJson(data, summaryOf, id => this.#traitsOf(id), weightOf)
  }

  /** Puts the new site in the place of the old. */
  #publish(): Built {
    const { recordsFile } = this.#job
    const from = recordsFile && `${recordsFile}.next`
    if (from) writeRecords(from, this.#records)
    this.#output.publish(recordsFile && from ? { from, to: recordsFile } : null)
    this.#tellProblems()
    return { articles: this.#articles, size: this.#output.size }
  }

  /** Of all that makes articles and pages. */
  get #version(): string {
    return `${this.#job.app.contentKey} ${this.#job.app.pageKey}`
  }

  get #records(): Records {
    return {
      version: this.#job.app.contentKey,
      time: this.#time,
      seeds: this.#seeds,
      files: this.#output.files,
      retired: this.#retired,
      segments: this.#segments,
    }
  }

  #tellProblems(): void {
    const { problems, seedsDir } = this.#job
    for (const { path, problems: ofHead, article } of this.#seeds.values()) {
      const report = problems.reportFor(nameOfFile(seedsDir, path))
      for (const problem of [...ofHead, ...(article?.problems ?? [])]) report(problem)
    }
  }

  /** What an article lacks; null if it lies there as it should. */
  #staleArticle(id: string): { id: string; hasData: boolean } | null {
    if (!this.#hasText(id)) return { id, hasData: false }
    const keys = this.#articleKeys(id)
    const hasData = this.#output.keep(articleFile(id), keys.data)
    return this.#output.keep(fileOf(articlePath(id)), keys.page) && hasData ? null : { id, hasData }
  }

  #articleWork(id: string, hasData: boolean): ArticleWork {
    const path = this.#pathOf.get(id)!
    return {
      id,
      path,
      digest: this.#seeds.get(path)!.digest,
      links: this.#linksOf(id),
      hasData,
      hasText: this.#hasText(id) && this.#output.lies(articleFile(id)),
    }
  }

  /** Whether the build before made a text of the seed as it is now. */
  #hasText(id: string): boolean {
    const { article } = this.#recordOf(id)
    return article?.pictures.every(picture => this.#isAsUsed(picture)) ?? false
  }

  /** Whether a picture is what it was. The name it is published under tells its content. */
  #isAsUsed({ file, stamp, path }: UsedPicture): boolean {
    const source = join(this.#job.seedsDir, file)
    const now = sourceStampOf(source)
    if (now === null || stamp === null) return now === stamp
    return this.#isSettled(stamp, now) || path?.includes(digestOf(readFileSync(source))) === true
  }

  /** Whether a file is as the build before read it. If it was written just then, its time does not tell. */
  #isSettled(past: Stamp, now: Stamp): boolean {
    return isSame(past, now) && now[1] < this.#past.time - 2000
  }

  #articleKeys(id: string): { data: string; page: string } {
    const { digest, article } = this.#recordOf(id)
    const pictures = article!.pictures.map(({ file, path }) => [file, path])
    const data = digestOf(JSON.stringify([digest, pictures, this.#linksOf(id)]))
    return { data, page: digestOf(this.#job.app.pageKey + data) }
  }

  #linksOf(id: string): ArticleLinks {
    return linksOf(id, this.#order)
  }

  #recordOf(id: string): SeedRecord {
    return this.#seeds.get(this.#pathOf.get(id)!)!
  }

  async #work<Task extends keyof Works>(
    what: string,
    task: Task,
    works: Iterable<Works[Task]['work']>,
    count: number,
    take: (work: Works[Task]['work'], made: Works[Task]['made']) => void,
  ): Promise<void> {
    const { progress } = this.#job
    let done = 0
    progress.begin(what, count)
    await this.#crew.all(task, works, count, (work, made) => {
      take(work, made)
      progress.show(++done)
    })
    progress.end()
  }
}

const never = new Promise<never>(() => {})

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

const notFoundPage: SitePage = { path: '/404.html', files: [] }

function* mapped<From, To>(items: Iterable<From>, change: (item: From) => To): Generator<To> {
  for (const item of items) yield change(item)
}
