import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { articleFile, articlePath } from '../../shared/addresses.ts'
import type { Article } from '../../shared/article.ts'
import { TermIndex } from '../../shared/search/term-index.ts'
import { writeSegment } from '../../shared/search/write-segment.ts'
import type { Site } from '../../shared/site.ts'
import type { CatalogueHead } from '../catalogue.ts'
import { type ArticleLinks, digestOf, linked, makeArticle, readHead, summaryOf } from '../make-article.ts'
import { type Weight, weigh } from '../pack-index.ts'
import { LocalPictures } from '../pictures.ts'
import { createPrerender, type PageParts, type Prerender, type Render } from '../prerender.ts'
import type { Problem } from '../problems.ts'
import { readPostings, writePostings } from '../search/block-files.ts'
import { mergePostings } from '../search/merge-postings.ts'
import type { RunWork, SegmentWork } from '../search/plan.ts'

/** All that a maker needs to know; it crosses to its thread. */
export interface MakerSettings {
  seedsDir: string
  site: Site
  /** Where files are put. */
  nextDir: string
  /** Where those of the build before lie. */
  outDir: string
  page: PageParts
  /** The app as a server bundle. */
  serverEntry: string
}

/** A problem of a file that the caller knows. */
export type Told = Omit<Problem, 'file'>

export interface HeadMade {
  head: CatalogueHead | null
  digest: string
  problems: Told[]
}

export interface ArticleWork {
  id: string
  /** Of the seed. */
  path: string
  /** Of the seed, when its front matter was read. */
  digest: string
  links: ArticleLinks
  /** The data file lies there as it should: only its page is to be made. */
  hasData: boolean
  /** The text of the build before is still right, in its data file. */
  hasText: boolean
}

/** A picture that a seed names: as it was, and the path under which it is published; both null where there is none. */
export interface UsedPicture {
  /** Below the seeds folder. */
  file: string
  stamp: Stamp | null
  path: string | null
}

export interface ArticleMade {
  /** JSON of the summary. */
  summary: string
  /** What making the text found; undefined if it was there already. */
  text?: { problems: Told[]; pictures: UsedPicture[]; sketch: string | null }
  /** Of the data file, if it was written. */
  weight?: Weight
  /** `data` only if it was written. */
  stamps: { data?: Stamp; page: Stamp }
}

export interface PageWork {
  path: string
  /** JSON by address. */
  files: Record<string, string>
  /** Those of the files that are to be written too. */
  writes: string[]
}

export interface CopyWork {
  /** The folder it lies in. */
  from: string
  path: string
  digest: string
}

/** Size in bytes and a time of change in milliseconds: who has the same is taken for unchanged. */
export type Stamp = [size: number, changed: number]

/** What a maker makes, by the name of the work. */
export interface Works {
  head: { work: string; made: HeadMade }
  article: { work: ArticleWork; made: ArticleMade }
  page: { work: PageWork; made: Stamp[] }
  copy: { work: CopyWork; made: Stamp }
  run: { work: RunWork; made: null }
  segment: { work: SegmentWork; made: [path: string, stamp: Stamp][] }
}

/** Makes heads, articles and pages: in a thread of its own or, where there is little to do, in that of the build. */
export class Maker {
  readonly #settings: MakerSettings
  readonly #prerender: Prerender
  readonly #pictures: LocalPictures
  readonly #folders = new Set<string>()

  private constructor(settings: MakerSettings, prerender: Prerender) {
    this.#settings = settings
    this.#prerender = prerender
    this.#pictures = new LocalPictures(settings.seedsDir, settings.site.base)
  }

  static async open(settings: MakerSettings): Promise<Maker> {
    const { render } = (await import(pathToFileURL(settings.serverEntry).href)) as { render: Render }
    return new Maker(settings, createPrerender(settings.page, render, settings.site))
  }

  head(path: string): HeadMade {
    const problems: Told[] = []
    return { ...readHead(path, this.#settings, problem => problems.push(problem)), problems }
  }

  async article(work: ArticleWork): Promise<ArticleMade> {
    try {
      return await this.#article(work)
    } catch (error) {
      throw new Error(`${work.path}: ${(error as Error).message}`, { cause: error })
    }
  }

  async #article({ id, path, digest, links, hasData, hasText }: ArticleWork): Promise<ArticleMade> {
    const { seedsDir, site, outDir } = this.#settings
    const pictures = this.#pictures
    const problems: Told[] = []
    pictures.asked.clear()
    const { article, sketch } = hasText
      ? {
          article: linked(JSON.parse(readFileSync(join(outDir, articleFile(id)), 'utf8')) as Article, links),
          sketch: null,
        }
      : await makeArticle(path, digest, links, { seedsDir, site, pictures }, problem =>
          problems.push(problem),
        )
    const html = await this.#prerender(articlePath(id), { [articleFile(id)]: article })
    const json = hasData ? null : JSON.stringify(article)
    return {
      summary: JSON.stringify(summaryOf(article)),
      ...(json && { weight: weigh(json) }),
      ...(!hasText && { text: { problems, pictures: this.#usedPictures(), sketch } }),
      stamps: {
        ...(json && { data: this.#write(fileOf(articleFile(id)), json) }),
        page: this.#write(fileOf(articlePath(id)), html),
      },
    }
  }

  #usedPictures(): UsedPicture[] {
    const { seedsDir } = this.#settings
    return [...this.#pictures.asked].map(([file, path]) => ({
      file: relative(seedsDir, file),
      stamp: sourceStampOf(file),
      path,
    }))
  }

  /** Copies a file that was made elsewhere. @throws if it is not what was made */
  copy({ from, path, digest }: CopyWork): Stamp {
    const file = join(from, path)
    const bytes = existsSync(file) ? readFileSync(file) : null
    if (!bytes || digestOf(bytes) !== digest)
      throw new Error(`${file} is ${bytes ? 'damaged' : 'missing'}: build that part again`)
    return this.#write(path, bytes)
  }

  /** @returns the stamps of the page, and of the files that were to be written */
  async page({ path, files, writes }: PageWork): Promise<Stamp[]> {
    const parsed = Object.entries(files).map(([address, json]) => [address, JSON.parse(json)])
    const html = await this.#prerender(path, Object.fromEntries(parsed))
    return [
      this.#write(fileOf(path), html),
      ...writes.map(address => this.#write(fileOf(address), files[address]!)),
    ]
  }

  /** Finds the terms of articles whose data files are there. */
  run({ ids, path }: RunWork): null {
    const { nextDir, outDir } = this.#settings
    const index = new TermIndex()
    for (const id of ids) {
      const own = join(nextDir, articleFile(id))
      index.add(
        JSON.parse(readFileSync(existsSync(own) ? own : join(outDir, articleFile(id)), 'utf8')) as Article,
      )
    }
    mkdirSync(dirname(path), { recursive: true })
    writePostings(path, index.postings(), ids.length)
    return null
  }

  /** Puts the terms of runs and of former segments together. */
  segment({ name, articles, sources }: SegmentWork): [string, Stamp][] {
    const written: [string, Stamp][] = []
    const postings = mergePostings(
      sources.map(({ files, numbers }) => ({ postings: readPostings(files, numbers.length), numbers })),
    )
    writeSegment(name, articles, postings, (path, content) =>
      written.push([path, this.#write(path, content)]),
    )
    return written
  }

  #write(path: string, content: string | Uint8Array): Stamp {
    const file = join(this.#settings.nextDir, path)
    const folder = dirname(file)
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true })
    this.#folders.add(folder)
    writeFileSync(file, content)
    return stampOf(file)!
  }
}

/** The file that a host shows for an address of the site. */
export const fileOf = (address: string) => decodeURIComponent(address.replace(/\/$/, '/index.html'))

/** @returns null if there is no such file */
export function stampOf(file: string): Stamp | null {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats?.isFile() ? [stats.size, stats.mtimeMs] : null
}

/**
 * The same of a file that others write. The time is that of the inode, which nobody can set back: archives and copies
 * give many files one time of change.
 */
export function sourceStampOf(file: string): Stamp | null {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats?.isFile() ? [stats.size, stats.ctimeMs] : null
}

export const isSame = (one: Stamp | null, other: Stamp | null) =>
  one?.[0] === other?.[0] && one?.[1] === other?.[1]
