/** The search index of a site: its articles from the oldest to the newest, in segments. */
export interface SearchIndex {
  /** How many articles it knows. */
  articles: number
  /** The newest first. */
  segments: string[]
}

/** What a segment holds. */
export interface Segment {
  articles: number
  /** The first term of each of its files of terms, in order of code units. */
  terms: string[]
  /** The first time of each of its files of articles, in minutes since 1970; null without a date, which stands first. */
  published: (number | null)[]
}

/** An article of a segment, at its number. */
export interface SearchedArticle {
  id: string
  /** Minutes since 1970, or null without a date. */
  published: number | null
}

/** How many articles a file tells of. */
export const ARTICLES_A_FILE = 256

const BYTES = 12
const UNDATED = -(2 ** 31)

/** Ids are 16 hex digits. */
export function encodeArticles(articles: SearchedArticle[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(articles.length * BYTES))
  for (const [index, { id, published }] of articles.entries()) {
    view.setBigUint64(index * BYTES, BigInt(`0x${id}`))
    view.setInt32(index * BYTES + 8, published ?? UNDATED)
  }
  return new Uint8Array(view.buffer)
}

/** @throws if it is not whole */
export function decodeArticles(bytes: Uint8Array): SearchedArticle[] {
  if (bytes.length === 0 || bytes.length % BYTES > 0) throw new Error('a file of the index is damaged')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return Array.from({ length: bytes.length / BYTES }, (_, index) => {
    const published = view.getInt32(index * BYTES + 8)
    return {
      id: view
        .getBigUint64(index * BYTES)
        .toString(16)
        .padStart(16, '0'),
      published: published === UNDATED ? null : published,
    }
  })
}
