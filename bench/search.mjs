// Measures how well searches find, and what they cost, side by side in built sites; README.md says what and how.
// npm run bench:search -- [--engines pagefind,pagefindPairs] [--queries 30] [--save] SITE...
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { describeMachine } from './machine.mjs'
import { install, installedVersion } from './peers/project.mjs'
import { runMeasured } from './run-measured.mjs'
import { openEngine } from './search/ask.mjs'
import { engines } from './search/engines.mjs'
import { drawQueries } from './search/queries.mjs'
import { fold, readTexts, wholeText } from './search/texts.mjs'
import { figure, median, table } from './table.mjs'

/** What searches cost is told by those that readers mostly type. */
const COMMON = ['2 Chinese', '3 Chinese', '4 Chinese']

const bench = import.meta.dirname
const { values: options, positionals: sites } = parseArgs({
  options: {
    engines: { type: 'string', default: Object.keys(engines).join() },
    queries: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
if (sites.length === 0) {
  console.error('usage: npm run bench:search -- [--engines NAMES] [--queries N] [--save] SITE...')
  process.exit(2)
}
const names = options.engines.split(',')
const tell = line => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`)

const tempDir = mkdtempSync(join(tmpdir(), 'shiye-bench-'))
process.once('exit', () => rmSync(tempDir, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))

install(bench)
const report = [
  `## ${new Date().toISOString().slice(0, 10)}: searching`,
  describeMachine({ Pagefind: installedVersion(bench, 'pagefind') }, 'One run.'),
]
for (const site of sites) report.push(await measureSite(resolve(site)))
const text = report.join('\n\n')
console.log(text)
if (options.save) appendFileSync(join(bench, 'README.md'), `\n${text}\n`)

async function measureSite(site) {
  const texts = [...readTexts(site)].map(text => ({ ...text, folded: fold(wholeText(text)) }))
  const size = sizeOf(texts)
  const drawn = drawQueries(texts)
  const queries = thinned(drawn, Number(options.queries ?? drawn.length))
  tell(`${site}: ${texts.length} articles, ${queries.length} queries`)
  const results = []
  for (const name of names) results.push(await measureEngine(name, site, queries))
  const alone = await makeIndex('reading', site, '')
  return [
    `### ${figure(texts.length)} articles`,
    `Their text: ${megabytes(size.plain)} MB, compressed (gzip -9) ${megabytes(size.packed)} MB. Reading them alone takes ${figure(alone.cpu, 1)} s of CPU.`,
    indexTable(results, texts.length, size.packed),
    costTable(results),
    answerTable(results, queries),
  ].join('\n\n')
}

/** What hosts store of each article's text is what an index is compared with. */
function sizeOf(texts) {
  const contents = texts.map(text => Buffer.from(wholeText(text)))
  const sum = sizes => sizes.reduce((total, { length }) => total + length, 0)
  return { plain: sum(contents), packed: sum(contents.map(content => gzipSync(content, { level: 9 }))) }
}

async function measureEngine(name, site, queries) {
  const engine = engines[name]
  const folder = join(tempDir, name)
  mkdirSync(folder)
  tell(`${engine.name}: index`)
  await engine.prepare(site, folder)
  const made = await makeIndex(name, site, folder)
  const opened = await openEngine(engine, folder)
  try {
    const answers = {}
    for (const [way, write] of Object.entries(engine.ways)) {
      tell(`${engine.name}, ${way}`)
      answers[way] = await askAll(opened, queries, write)
    }
    tell(`${engine.name}: what it costs`)
    const costs = await askEachAnew(opened, queries, Object.values(engine.ways)[0])
    return { engine, made, files: indexFiles(engine, folder), answers, costs }
  } finally {
    await opened.stop()
    rmSync(folder, { recursive: true })
  }
}

function makeIndex(name, site, folder) {
  return runMeasured({
    command: process.execPath,
    args: [join(bench, 'search/make-index.mjs'), name, site, folder],
    cwd: bench,
  })
}

function indexFiles(engine, folder) {
  return readdirSync(folder, { recursive: true })
    .filter(engine.isIndex)
    .map(file => statSync(join(folder, file)).size)
}

/** How well each query is answered, all in one visit. */
async function askAll({ visit }, queries, write) {
  const { search, leave } = await visit()
  const answers = []
  for (const { kind, query, expected } of queries) {
    const { ids } = await search(write(query), 'findAll')
    const wanted = new Set(expected)
    const right = ids.filter(id => wanted.has(id)).length
    answers.push({
      kind,
      recall: expected.length ? right / expected.length : null,
      precision: ids.length ? right / ids.length : null,
      isExact: right === expected.length && right === ids.length,
    })
  }
  await leave()
  return answers
}

/** What common queries cost, each the first of a visit, and then the next one as the second. */
async function askEachAnew({ visit }, queries, write) {
  const common = queries.filter(({ kind }) => COMMON.includes(kind)).map(({ query }) => write(query))
  const costs = []
  for (const [index, query] of common.entries()) {
    const { search, leave } = await visit()
    const first = await search(query)
    const second = await search(common[(index + 1) % common.length])
    costs.push({ first, second })
    await leave()
  }
  return costs
}

function indexTable(results, articles, packed) {
  const head = 'index,s,CPU s,articles/s of CPU,memory MiB,MB,% of compressed text,files,largest KB'.split(
    ',',
  )
  const rows = results.map(({ engine, made, files }) => {
    const bytes = files.reduce((sum, size) => sum + size, 0)
    return [
      engine.name,
      figure(made.wall, 1),
      figure(made.cpu, 1),
      figure(Math.round(articles / made.cpu)),
      figure(made.memory && made.memory / 2 ** 20),
      megabytes(bytes),
      figure((bytes / packed) * 100),
      figure(files.length),
      kilobytes(Math.max(...files)),
    ]
  })
  return table(head, rows)
}

function costTable(results) {
  const head = 'query,first: KB (most),requests (most),ms (most),second: KB (most),requests (most)'.split(',')
  const rows = results.map(({ engine, costs }) => {
    const spread = (turn, field, write) => {
      const values = costs.map(cost => cost[turn][field])
      return `${write(median(values))} (${write(Math.max(...values))})`
    }
    return [
      engine.name,
      spread('first', 'bytes', kilobytes),
      spread('first', 'requests', figure),
      spread('first', 'ms', figure),
      spread('second', 'bytes', kilobytes),
      spread('second', 'requests', figure),
    ]
  })
  return table(head, rows)
}

/** Recall and precision of each kind of queries, and how many of all were answered exactly. */
function answerTable(results, queries) {
  const columns = results.flatMap(({ engine, answers }) =>
    Object.entries(answers).map(([way, given]) => ({ title: `${engine.name}, ${way}`, given })),
  )
  const kinds = [...new Set(queries.map(({ kind }) => kind))]
  const cell = given =>
    `${figure(mean(given.map(({ recall }) => recall)), 2)} / ${figure(mean(given.map(({ precision }) => precision)), 2)}`
  const rowOf = (name, isOf) => [
    `${name} (${queries.filter(isOf).length})`,
    ...columns.map(({ given }) => cell(given.filter(isOf))),
  ]
  const exact = ({ given }) => figure(given.filter(({ isExact }) => isExact).length)
  return table(
    ['recall / precision', ...columns.map(({ title }) => title)],
    [
      ...kinds.map(name => rowOf(name, ({ kind }) => kind === name)),
      rowOf('all', () => true),
      [`exactly right, of ${queries.length}`, ...columns.map(exact)],
    ],
  )
}

/** So many of them, from everywhere in the list. */
function thinned(list, count) {
  const each = Math.ceil(list.length / count)
  return list.filter((_, index) => index % each === 0)
}

function mean(values) {
  const known = values.filter(value => value !== null)
  return known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null
}

function kilobytes(bytes) {
  return figure(bytes / 1000, 1)
}

function megabytes(bytes) {
  return figure(bytes / 1e6, bytes < 1e6 ? 2 : 1)
}
