import type { News, PackIndex } from '../shared/article.ts'
import { NEWS_SIZE } from '../shared/article.ts'
import { DIGEST_LENGTH } from '../shared/packs.ts'
import type { CatalogueHead } from './catalogue.ts'
import { digestOf } from './make-article.ts'

/** What an article's data file weighs, and by what it is known. */
export interface Weight {
  bytes: number
  digest: string
  pictures: number
}

/** @param json the content of the file */
export function weigh(json: string): Weight {
  return {
    bytes: Buffer.byteLength(json),
    digest: digestOf(json).slice(0, DIGEST_LENGTH),
    pictures: json.split('<img ').length - 1,
  }
}

/** What keeping some articles of a list must know. */
export function packOf(heads: CatalogueHead[], total: number, weightOf: (id: string) => Weight): PackIndex {
  const weights = heads.map(({ id }) => weightOf(id))
  return {
    total,
    ids: heads.map(({ id }) => id),
    published: heads.map(minuteOf),
    bytes: weights.map(({ bytes }) => bytes),
    digests: weights.map(({ digest }) => digest),
    pictures: weights.map(({ pictures }) => pictures),
  }
}

/** @param heads newest first */
export const newsOf = (heads: CatalogueHead[]): News => ({
  newest: heads.slice(0, NEWS_SIZE).flatMap(head => {
    const published = minuteOf(head)
    return published === null ? [] : [[head.id, published] as [string, number]]
  }),
})

export const minuteOf = ({ date }: CatalogueHead) => (date ? Math.floor(Date.parse(date) / 60_000) : null)
