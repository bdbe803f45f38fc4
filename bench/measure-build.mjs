import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { makeArticles } from './make-articles.mjs'
import { listSeeds, readArticle } from './read-articles.mjs'
import { runMeasured } from './run-measured.mjs'
import { figure, medians, table, withRatio } from './table.mjs'

/** Builds so many articles with every peer, clean and again after one change, and puts the medians side by side. */
export async function measureBuilds({ peers, sizes, runsFor, seeds, tempDir, tell }) {
  const parts = []
  for (const size of sizes) {
    const dir = join(tempDir, `build-${size}`)
    try {
      const taking = peers.filter(({ most = Number.POSITIVE_INFINITY }) => size <= most)
      const results = await buildAll({ size, peers: taking, runs: runsFor(size), seeds, dir, tell })
      parts.push(`### Building ${figure(size)} articles\n\n${tableOf(peers, results, size)}`)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  }
  return parts.join('\n\n')
}

/** Round by round, so that a machine that grows slower does so for everyone. */
async function buildAll({ size, peers, runs, seeds, dir, tell }) {
  const seedsDir = join(dir, 'seeds')
  provideSeeds(size, seeds, seedsDir)
  const articles = listArticles(seedsDir)
  const results = new Map(peers.map(peer => [peer, []]))
  for (let run = 1; run <= runs; run++)
    for (const peer of peers) {
      if (!results.has(peer)) continue
      try {
        tell(`${peer.name}: ${size} articles, ${run} of ${runs}`)
        const project = join(dir, peer.name)
        if (run === 1) createProject(peer, project, seedsDir)
        results.get(peer).push(await buildOnce(peer, project, articles, run))
      } catch (error) {
        tell(`${peer.name} failed at ${size} articles: ${error.message.split('\n')[0]}`)
        results.delete(peer)
      }
    }
  return new Map([...results].map(([peer, measured]) => [peer, medians(measured)]))
}

async function buildOnce(peer, project, articles, run) {
  for (const made of peer.made) rmSync(join(project, made), { recursive: true, force: true })
  settle()
  const clean = await runMeasured(peer.build(project))
  checkOutput(project, articles)
  const output = sizeOf(join(project, 'out'))

  const changed = articles[articles.length >> 1]
  const words = `第 ${run} 次改动之后的新段落`
  appendFileSync(peer.source(project, changed), `\n<p>${words}</p>\n`)
  settle()
  const again = await runMeasured(peer.build(project))
  checkOutput(project, articles)
  if (!readFileSync(pageOf(project, changed), 'utf8').includes(words))
    throw new Error('what was changed is not in the page after building again')
  return { ...clean, ...output, again: again.wall, againCpu: again.cpu }
}

export function createProject(peer, project, seedsDir) {
  mkdirSync(project, { recursive: true })
  peer.create(project, seedsDir)
}

/** Which articles a folder of seeds holds: each its file and id. */
export const listArticles = seedsDir =>
  listSeeds(seedsDir).map(file => ({ file, id: readArticle(seedsDir, file).id }))

/** @throws unless every article has its page: the figure of half a site is none */
export function checkOutput(project, articles) {
  const missing = articles.filter(article => !existsSync(pageOf(project, article)))
  if (missing.length > 0) throw new Error(`${missing.length} of ${articles.length} articles have no page`)
}

const pageOf = (project, { id }) => join(project, 'out/a', id, 'index.html')

/** Our own articles, or of a folder `DIR/<size>` or `DIR` the first ones. */
function provideSeeds(size, seeds, dir) {
  if (!seeds) return makeArticles(size, dir, 'https://pictures.example')
  const from = existsSync(join(seeds, String(size))) ? join(seeds, String(size)) : seeds
  const files = listSeeds(from).slice(0, size)
  if (files.length < size) throw new Error(`${from} has ${files.length} seeds, not ${size}`)
  for (const file of files) cpSync(join(from, file), join(dir, file))
}

/** What others left to be written must not slow the next one down. */
function settle() {
  if (process.platform !== 'win32') execFileSync('sync')
}

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(each => each.isFile())
  const bytes = files.reduce(
    (sum, each) => sum + statSync(join(each.parentPath ?? each.path, each.name)).size,
    0,
  )
  return { bytes, files: files.length }
}

function tableOf(peers, results, size) {
  const own = results.get(peers.find(peer => peer.name === 'Shiye')) ?? {}
  const rows = peers.map(peer => {
    const result = results.get(peer) ?? {}
    const cell = (name, digits = 0, unit = 1) =>
      withRatio(scaled(result[name], unit), scaled(own[name], unit), digits)
    return [
      peer.name,
      cell('wall', 2),
      figure(scaled(result.wall, size / 1000), 2),
      cell('cpu', 2),
      cell('memory', 0, 2 ** 20),
      cell('again', 2),
      figure((result.again / result.wall) * 100, 0),
      cell('bytes', 1, 1e6),
      cell('files'),
    ]
  })
  const head = [
    '',
    'build s',
    'ms an article',
    'CPU s',
    'memory MiB',
    'after one change s',
    '% of clean',
    'output MB',
    'files',
  ]
  return table(head, rows)
}

const scaled = (value, unit) => (value === null || value === undefined ? value : value / unit)
