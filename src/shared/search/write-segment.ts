import { segmentArticlesFile, segmentFile, termsFile } from '../addresses.ts'
import { encodeBlock, PARTS, type Postings } from './block.ts'
import { ARTICLES_A_FILE, encodeArticles, type SearchedArticle, type Segment } from './segment.ts'

/** A segment of fewer is made anew with each article that comes. */
const SMALLEST = 1024

/**
 * Where an index of so many articles is cut: from the oldest on each segment is as large as a power of two allows, so a new
 * article changes the last one only, and of a hundred thousand there are few.
 *
 * @returns how many articles each holds
 */
export function segmentSizes(articles: number): number[] {
  const sizes: number[] = []
  for (let left = articles; left > 0; left -= sizes.at(-1)!)
    sizes.push(left < SMALLEST ? left : 2 ** Math.floor(Math.log2(left)))
  return sizes
}

/**
 * So large may a file of terms get, unless it holds one only: a query asks for a few of them. Where there are many, the list
 * of them counts too.
 */
const bytesFor = (articles: number) => (articles > 16_384 ? 10_000 : 5_000)

/** Cuts postings into files. */
export function* cutIntoBlocks(postings: Iterable<Postings>, articles: number): Generator<Postings[]> {
  let block: Postings[] = []
  let bytes = 0
  for (const each of postings) {
    const size = sizeOf(each, articles)
    if (block.length > 0 && bytes + size > bytesFor(articles)) {
      yield block
      block = []
      bytes = 0
    }
    block.push(each)
    bytes += size
  }
  if (block.length > 0) yield block
}

/** About how many bytes it takes. */
const sizeOf = ({ term, places }: Postings, articles: number) =>
  3 + term.length + (places.length * (2 + Math.log2((articles * PARTS) / places.length))) / 8

/**
 * Writes the files of a segment.
 *
 * @param articles in the order of their numbers
 * @param postings in order of terms
 */
export function writeSegment(
  name: string,
  articles: SearchedArticle[],
  postings: Iterable<Postings>,
  write: (path: string, content: string | Uint8Array) => void,
): void {
  const segment: Segment = { articles: articles.length, terms: [], published: [] }
  for (const block of cutIntoBlocks(postings, articles.length)) {
    segment.terms.push(block[0]!.term)
    write(termsFile(name, segment.terms.length), encodeBlock(block, articles.length))
  }
  for (let start = 0; start < articles.length; start += ARTICLES_A_FILE) {
    segment.published.push(articles[start]!.published)
    write(
      segmentArticlesFile(name, segment.published.length),
      encodeArticles(articles.slice(start, start + ARTICLES_A_FILE)),
    )
  }
  write(segmentFile(name), JSON.stringify(segment))
}
