// Measures Shiye beside other generators and prints the result as Markdown; README.md says what and how.
// npm run bench [-- --only build,pages,seeds,growth,navigation,big-article] [--peers shiye,hugo] [--sizes 1000,10000]
//   [--runs N] [--seeds DIR] [--large] [--quick] [--save]
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { describeMachine } from './machine.mjs'
import { runScript, scriptNames } from './measure-scripts.mjs'
import astro from './peers/astro.mjs'
import eleventy from './peers/eleventy.mjs'
import hexo from './peers/hexo.mjs'
import hugo from './peers/hugo.mjs'
import { install, installedVersion } from './peers/project.mjs'
import shiye from './peers/shiye.mjs'

const PEERS = { shiye, hugo, eleventy, astro, hexo }
const LARGE = 100_000

const PARTS = ['build', 'pages', 'seeds', ...scriptNames]

const bench = import.meta.dirname
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: PARTS.join() },
    peers: { type: 'string', default: Object.keys(PEERS).join() },
    sizes: { type: 'string' },
    runs: { type: 'string' },
    seeds: { type: 'string' },
    'picture-port': { type: 'string', default: '0' },
    large: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
})
const parts = chosen(options.only, PARTS)
const names = chosen(options.peers, Object.keys(PEERS))
const sizes = readSizes()
const runs = options.runs && wholeNumber(options.runs)
const tell = line => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`)

const tempDir = mkdtempSync(join(tmpdir(), 'shiye-bench-'))
process.once('exit', () => rmSync(tempDir, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))

const versions = {}
const peers = []
await prepare()
const report = [`## ${new Date().toISOString().slice(0, 10)}: beside its peers`, describe()]
for (const part of parts) {
  try {
    const text = await measure(part)
    if (text) report.push(text)
  } catch (error) {
    tell(`${part} failed: ${error.message.split('\n')[0]}`)
    report.push(`### ${part}\n\n–`)
    process.exitCode = 1
  }
}
const text = report.join('\n\n')
console.log(text)
if (options.save) appendFileSync(join(bench, 'README.md'), `\n${text}\n`)

/** Installs what the chosen parts need, and drops peers that are not to be had. */
async function prepare() {
  install(bench)
  if (parts.includes('pages') || parts.includes('seeds'))
    versions.Lighthouse = installedVersion(bench, 'lighthouse')
  if (!parts.includes('build') && !parts.includes('pages')) return
  for (const name of names) {
    try {
      const version = PEERS[name].version()
      if (!version) tell(`${PEERS[name].name} is not installed`)
      else versions[PEERS[name].name] = version
      // Kept in the table with dashes.
      peers.push(version ? PEERS[name] : { ...PEERS[name], most: 0 })
    } catch (error) {
      tell(`${PEERS[name].name} cannot be installed: ${error.message.split('\n')[0]}`)
      peers.push({ ...PEERS[name], most: 0 })
    }
  }
}

async function measure(part) {
  const shared = { peers, tempDir, tell }
  if (part === 'build') {
    const { measureBuilds } = await import('./measure-build.mjs')
    const seeds = options.seeds && resolve(options.seeds)
    return measureBuilds({ ...shared, sizes, seeds, runsFor: size => runs || runsFor(size) })
  }
  if (part === 'pages') {
    const { measurePages } = await import('./measure-pages.mjs')
    const size = options.quick ? 100 : 1000
    const picturePort = Number(options['picture-port'])
    return measurePages({ ...shared, size, picturePort, runs: runs || (options.quick ? 1 : 3) })
  }
  if (part === 'seeds') {
    const { measureSeeds } = await import('./measure-seeds.mjs')
    return measureSeeds({ tempDir, tell, runs: runs || (options.quick ? 1 : 3) })
  }
  return runScript(part, { ...options, tempDir, tell })
}

function runsFor(size) {
  return size <= 1000 && !options.quick ? 3 : 1
}

function describe() {
  const seeds = options.seeds ? 'Articles of a folder' : 'Invented articles'
  const often = runs || (options.quick ? 1 : '3 (builds of more than 1,000 articles: 1)')
  const commit = commitOf()
  return describeMachine(versions, `${seeds}; median of runs: ${often}.${commit ? ` Commit ${commit}.` : ''}`)
}

function commitOf() {
  try {
    const stdio = ['ignore', 'pipe', 'ignore']
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: bench,
      encoding: 'utf8',
      stdio,
    }).trim()
  } catch {
    return null
  }
}

function chosen(list, known) {
  const names = list.split(',').filter(Boolean)
  const stranger = names.find(name => !known.includes(name))
  if (stranger) throw new Error(`${stranger} is none of ${known.join(', ')}`)
  return known.filter(name => names.includes(name))
}

function readSizes() {
  if (options.sizes) return options.sizes.split(',').map(wholeNumber)
  if (options.quick) return [100]
  return [1000, 10_000, ...(options.large ? [LARGE] : [])]
}

function wholeNumber(text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${text} is not a whole number`)
  return Number(text)
}
