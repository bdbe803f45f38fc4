import { join } from 'node:path'
import { segmentArticlesFile, segmentFile, termsFile } from '../../shared/addresses.ts'
import { ARTICLES_A_FILE, type SearchedArticle, type SearchIndex } from '../../shared/search/segment.ts'
import { segmentSizes } from '../../shared/search/write-segment.ts'
import { digestOf } from '../make-article.ts'

/** An article as an index takes it in. */
export interface IndexedArticle extends SearchedArticle {
  /** Changes with all that is searched of it. */
  key: string
}

/** What the next build must know of a segment to take from it what has not changed. */
export interface SegmentRecord {
  /** Of its articles, in the order of their numbers. */
  keys: string[]
  /** How many files of terms it has. */
  files: number
}

/** Every file of a segment that was written. */
export const filesOf = (name: string, record: SegmentRecord): string[] => [
  ...termsOf(name, record),
  segmentFile(name),
  ...numbered(Math.ceil(record.keys.length / ARTICLES_A_FILE), number => segmentArticlesFile(name, number)),
]

const termsOf = (name: string, { files }: SegmentRecord): string[] =>
  numbered(files, number => termsFile(name, number))

const numbered = (count: number, fileOf: (number: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => fileOf(index + 1))

/** So many articles are read at once. */
const RUN = 256

/** Articles whose terms are to be found, and where they are put. */
export interface RunWork {
  ids: string[]
  path: string
}

/** A segment that is to be written. */
export interface SegmentWork {
  name: string
  /** In the order of their numbers. */
  articles: IndexedArticle[]
  sources: SegmentSource[]
}

export interface SegmentSource {
  /** Of terms. */
  files: string[]
  /** What the numbers of its articles become; -1 leaves one out. */
  numbers: Int32Array
}

/** What is to be done for an index. */
export interface IndexPlan {
  /** Segments that stay as they are. */
  kept: Map<string, SegmentRecord>
  runs: RunWork[]
  segments: SegmentWork[]
  index: SearchIndex
}

/**
 * Finds out what an index needs: segments that are as they were stay; of the others, what stood in any segment is taken
 * from there, and other articles are read.
 *
 * @param articles from the newest to the oldest
 * @param past segments of the build before that lie there whole
 * @param outDir where they lie
 * @param runsDir where runs are put
 */
export function planIndex(
  articles: IndexedArticle[],
  past: Map<string, SegmentRecord>,
  outDir: string,
  runsDir: string,
): IndexPlan {
  const planned = inSegments(articles.toReversed())
  const stale = planned.filter(({ name }) => !past.has(name))
  const places = stale.length > 0 ? placesIn(past) : new Map<string, Place>()
  const runs: RunWork[] = []
  const segments = stale.map(({ name, articles }) => {
    const taken = new Map<string, SegmentSource>()
    const read: number[] = []
    for (const [number, { key }] of articles.entries()) {
      const place = places.get(key)
      if (!place) read.push(number)
      else take(taken, place).numbers[place.number] = number
    }
    const sources = [...taken.values()]
    for (let start = 0; start < read.length; start += RUN) {
      const numbers = read.slice(start, start + RUN)
      const path = join(runsDir, `${runs.length}`)
      runs.push({ ids: numbers.map(number => articles[number]!.id), path })
      sources.push({ files: [path], numbers: Int32Array.from(numbers) })
    }
    return { name, articles, sources }
  })
  return {
    kept: new Map(planned.flatMap(({ name }) => (past.has(name) ? [[name, past.get(name)!]] : []))),
    runs,
    segments,
    index: { articles: articles.length, segments: planned.map(({ name }) => name).reverse() },
  }

  function take(taken: Map<string, SegmentSource>, { name }: Place): SegmentSource {
    const before = taken.get(name)
    if (before) return before
    const record = past.get(name)!
    const source = {
      files: termsOf(name, record).map(path => join(outDir, path)),
      numbers: new Int32Array(record.keys.length).fill(-1),
    }
    taken.set(name, source)
    return source
  }
}

/** @param articles from the oldest to the newest */
function inSegments(articles: IndexedArticle[]): Pick<SegmentWork, 'name' | 'articles'>[] {
  let start = 0
  return segmentSizes(articles.length).map(size => {
    const own = articles.slice(start, start + size)
    start += size
    return { name: digestOf(own.map(({ key }) => key).join()), articles: own }
  })
}

/** Where an article stands in a segment. */
interface Place {
  name: string
  number: number
}

function placesIn(segments: Map<string, SegmentRecord>): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const [name, { keys }] of segments)
    for (const [number, key] of keys.entries()) places.set(key, { name, number })
  return places
}
