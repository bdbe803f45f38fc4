// Shiye's index of a built site, as the build makes it for the first time, in one thread.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readPostings, writePostings } from '../../src/pipeline/search/block-files.ts'
import { mergePostings } from '../../src/pipeline/search/merge-postings.ts'
import { planIndex } from '../../src/pipeline/search/plan.ts'
import { searchFile } from '../../src/shared/addresses.ts'
import { TermIndex } from '../../src/shared/search/term-index.ts'
import { writeSegment } from '../../src/shared/search/write-segment.ts'

export function writeIndex(site, folder) {
  const runsDir = join(folder, 'runs')
  mkdirSync(runsDir)
  const { runs, segments, index } = planIndex(articlesOf(site), new Map(), folder, runsDir)
  for (const { ids, path } of runs) {
    const terms = new TermIndex()
    for (const id of ids) terms.add(readArticle(site, id))
    writePostings(path, terms.postings(), ids.length)
  }
  for (const { name, articles, sources } of segments) {
    const open = sources.map(({ files, numbers }) => ({
      postings: readPostings(files, numbers.length),
      numbers,
    }))
    writeSegment(name, articles, mergePostings(open), (path, content) => write(join(folder, path), content))
  }
  write(join(folder, searchFile), JSON.stringify(index))
  rmSync(runsDir, { recursive: true })
}

/** The newest first. */
function articlesOf(site) {
  const ids = readdirSync(join(site, 'data/a')).map(file => file.replace('.json', ''))
  return ids
    .map(id => ({ id, key: id, published: minuteOf(readArticle(site, id)) }))
    .sort((one, other) => (other.published ?? -1) - (one.published ?? -1))
}

const readArticle = (site, id) => JSON.parse(readFileSync(join(site, `data/a/${id}.json`), 'utf8'))

const minuteOf = ({ date }) => (date ? Math.floor(Date.parse(date) / 60_000) : null)

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
