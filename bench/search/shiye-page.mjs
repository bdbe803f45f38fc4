import { IndexFiles } from '../../src/app/search/index-files.ts'
import { readQuery } from '../../src/app/search/query.ts'
import { Search } from '../../src/app/search/search.ts'

/** More texts are not looked at for `findAll`; of what is left the index is believed, which can only count against it. */
const MOST_TEXTS = 300

const files = new IndexFiles('/')
const always = { since: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY }
const nobody = { read: new Set(), saved: new Set() }

export async function showFirst(typed) {
  const { found } = await begin(typed, 10)
  return found.hits.map(({ article }) => article.id)
}

export async function findAll(typed) {
  const { search, found } = await begin(typed, MOST_TEXTS)
  if (found.isWhole) return found.hits.map(({ article }) => article.id)
  const all = search.candidates.map(({ segment, number }) => files.articleAt(segment, number))
  return (await Promise.all(all)).map(({ id }) => id)
}

async function begin(typed, count) {
  const search = new Search(readQuery(typed), always, nobody, files)
  await search.begin()
  let found
  for await (found of search.upTo(count));
  return { search, found }
}
