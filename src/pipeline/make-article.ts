import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, ArticleLink, CategoryLink, Summary } from '../shared/article.ts'
import type { Site } from '../shared/site.ts'
import type { CatalogueHead } from './catalogue.ts'
import { cleanSeed } from './clean-seed.ts'
import type { LocalPictures } from './pictures.ts'
import { problemOf, type Report } from './problems.ts'
import { readSeed } from './read-seed.ts'
import { packSketch, sketchOf } from './sketch.ts'

/** What an article says of others; the seeds around it decide that. */
export interface ArticleLinks {
  categories: CategoryLink[]
  authorPath: string | null
  newer: ArticleLink | null
  older: ArticleLink | null
  related: ArticleLink[]
}

/** Where seeds and pictures lie, and what is settled for all of them. */
export interface Sources {
  seedsDir: string
  site: Site
  pictures: LocalPictures
}

/**
 * Reads the front matter of a seed.
 *
 * @returns null, after a report, if the seed will not do; and a digest of the file, empty if it cannot be read
 */
export function readHead(
  path: string,
  { seedsDir, site }: Pick<Sources, 'seedsDir' | 'site'>,
  report: Report,
): { head: CatalogueHead | null; digest: string } {
  try {
    const bytes = readFileSync(join(seedsDir, path))
    const seed = readSeed(path, bytes, site.timeZone, report)
    return {
      head: seed && {
        id: seed.id,
        title: seed.title,
        date: seed.date,
        updated: seed.updated,
        categories: seed.categories,
        author: seed.author,
        tags: seed.tags,
      },
      digest: digestOf(bytes),
    }
  } catch (error) {
    // A folder named x.txt, a file without permission: the others are still read.
    report(problemOf('file-unreadable', { line: 1 }, `cannot be read: ${(error as Error).message}`))
    return { head: null, digest: '' }
  }
}

/** The beginning of a text tells whether another is the same, and a sketch takes time. */
const SKETCHED = 1000

/**
 * Makes the article of a seed whose front matter was read before.
 *
 * @param digest of the file, as `readHead` found it; null where nobody minds what has changed since
 * @param report is told of what is wrong with the body; the front matter has been reported
 * @throws if the file is no longer what it was
 */
export async function makeArticle(
  path: string,
  digest: string | null,
  links: ArticleLinks,
  { seedsDir, site, pictures }: Sources,
  report: Report,
): Promise<{ article: Article; sketch: string | null }> {
  const bytes = readFileSync(join(seedsDir, path))
  const isSame = digest === null || digestOf(bytes) === digest
  const seed = isSame && readSeed(path, bytes, site.timeZone, () => {})
  if (!seed) throw new Error('changed while the site was built')
  const { body, summary, text } = await cleanSeed(seed, path, seed.body, site, pictures, report)
  const { updated, tags, link } = seed
  const { categories, authorPath, newer, older, related } = links
  const sketch = sketchOf(text.slice(0, SKETCHED))
  return {
    article: { ...summary, categories, updated, tags, link, authorPath, newer, older, related, body },
    sketch: sketch && packSketch(sketch),
  }
}

/** The same article among other articles. */
export const linked = (article: Article, links: ArticleLinks): Article => ({ ...article, ...links })

/** What lists say of an article. */
export function summaryOf(article: Article): Summary {
  const { id, title, date, categories, author, cover, excerpt, minutes, lang } = article
  return { id, title, date, categories, author, cover, excerpt, minutes, lang }
}

/** 16 hex digits that stand for this content. */
export const digestOf = (content: string | Uint8Array): string => hash('sha256', content).slice(0, 16)
