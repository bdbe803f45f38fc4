import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'vite'
import type { Site } from '../../shared/site.ts'
import { digestOf } from '../make-article.ts'
import { formatProblem, Problems } from '../problems.ts'
import { silent } from '../progress.ts'
import type { App } from './app-bundle.ts'
import type { Job } from './build-site.ts'
import { fileOf } from './maker.ts'

/** What tests build sites with: the pipeline as it is, and a small app of plain pages in the place of React's. */

export const site: Site = {
  name: 'n',
  description: 'd',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  origin: 'https://example.org',
  base: '/',
}

/** Each page shows its data, and links to all that the data names. */
const SERVER_ENTRY = `
const linksOf = value =>
  Array.isArray(value) ? value.flatMap(linksOf)
  : value === null || typeof value !== 'object' ? []
  : [
      ...(value.id ? ['/a/' + value.id + '/', '/data/a/' + value.id + '.json'] : []),
      ...(value.path ? ['/c/' + value.path + '/'] : []),
      ...(value.authorPath ? [value.authorPath] : []),
      ...(value.pages ? ['/' + value.list + '/' + (value.pages > 1 ? 'page/' + value.pages + '/' : '')] : []),
      ...Object.values(value).flatMap(linksOf),
    ]
export const render = async (path, files) => ({
  html: [...new Set(['/', ...linksOf(Object.values(files))])].map(link => '<a href="' + link + '">' + link + '</a>').join('')
    + Object.values(files).map(file => file.body ?? '').join(''),
  head: [{ name: 'title', attributes: {}, text: path }],
  modules: [],
})
if (globalThis.onOpen) await globalThis.onOpen()
`

/** Runs one job in a process of its own, which says when it begins and ends. */
const RUN = `
import { readFileSync } from 'node:fs'
import { buildSite, Problems } from './build-site.js'
const job = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const begin = what => process.stdout.write(what + '\\n')
const progress = { begin, show: done => process.stdout.write('.'), end() {} }
process.on('exit', code => process.stdout.write('exit ' + code + '\\n'))
try {
  await buildSite({ ...job, problems: new Problems(), progress })
  process.stdout.write('built\\n')
} catch (error) {
  process.stderr.write(error.message + '\\n')
  process.exitCode = 1
}
`

/** Bundles the pipeline, for threads and other processes. @returns the folder */
export async function bundlePipeline(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'shiye-bundle-'))
  const input = { maker: 'maker.ts', worker: 'worker.ts', 'build-site': 'test-run.ts' }
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      outDir: folder,
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries(input).map(([name, file]) => [name, resolve(import.meta.dirname, file)]),
        ),
        output: { entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true },
  })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'entry-server.js'), SERVER_ENTRY)
  writeFileSync(join(folder, 'run.js'), RUN)
  return folder
}

/** The app of tests in one of its versions. */
export function appOf(bundle: string, version = '1', contentKey = 'content'): App {
  const clientDir = join(bundle, `client-${version}`)
  const script = `/assets/app-${version}.js`
  write(join(clientDir, script), `// ${version}`)
  write(join(clientDir, 'sw.js'), `// ${version}`)
  return {
    contentKey,
    pageKey: `page ${version}`,
    page: {
      template: `<!doctype html><html lang="zh-CN"><head><!--csp--><!--head--><script src="${script}"></script></head><body><!--app--><!--data--></body></html>`,
      scripts: {},
      typesetScript: '',
      policy: null,
    },
    clientDir,
    clientFiles: ['/sw.js', script].map(path => [path, digestOf(readFileSync(join(clientDir, path)))]),
    serverEntry: join(bundle, 'entry-server.js'),
    maker: join(bundle, 'maker.js'),
    worker: join(bundle, 'worker.js'),
  }
}

/** A job with everything below one folder: seeds, output, records. No threads: each has to load the pipeline first. */
export function jobIn(folder: string, app: App, more: Partial<Job> = {}): Job {
  return {
    seedsDir: join(folder, 'seeds'),
    outDir: join(folder, 'out'),
    site,
    app,
    recordsFile: join(folder, 'records.jsonl'),
    problems: new Problems(),
    progress: silent,
    threads: 0,
    ...more,
  }
}

export function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

export const idOf = (number: number): string => number.toString(16).padStart(16, '0')

export interface SeedText {
  title?: string
  date?: string
  categories?: string
  author?: string
  body?: string
}

export const seedText = ({ title = 't', date, categories, author, body = '<p>text</p>' }: SeedText): string =>
  [
    '---',
    `title: ${title}`,
    ...(date ? [`date: ${date}`] : []),
    ...(categories ? [`categories: ${categories}`] : []),
    ...(author ? [`author: ${author}`] : []),
    '---',
    body,
  ].join('\n')

/** 3 × 2 pixels; what follows the end of a PNG makes another file of the same picture. */
export const picture = (more = '') =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR42mP8z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(more),
  ])

/** Long enough to be known again. */
const commonReport = (number: number) =>
  `<p>${Array.from({ length: 100 }, (_, index) => `w${number}x${index}`).join(' ')}</p>`

/** Seeds of several categories; every seventh has a picture beside it, every fourth says what others of its day say. */
export function someSeeds(count: number): Map<string, string | Uint8Array> {
  const seeds = new Map<string, string | Uint8Array>()
  for (let number = 1; number <= count; number++) {
    const hasPicture = number % 7 === 0
    const report = number % 4 === 0 ? commonReport(number % 12) : ''
    const body = `<p>${'text '.repeat(number % 5)}${number}</p>${report}${hasPicture ? `<img src="${number % 14}.png">` : ''}`
    const date = `2024-${String((number % 12) + 1).padStart(2, '0')}-11 08:00:00`
    const categories = `[s${number % 3}, c${number % 5}]`
    const author = number % 5 ? `a${number % 5}` : undefined
    seeds.set(
      `${number % 2 ? 'odd/' : ''}${idOf(number)}.txt`,
      seedText({ title: `title ${number}`, date, categories, author, body }),
    )
    if (hasPicture) seeds.set(`${number % 2 ? 'odd/' : ''}${number % 14}.png`, picture(`${number % 14}`))
  }
  seeds.set('bad.txt', 'no front matter')
  seeds.set(`odd/${idOf(2)}.md`, seedText({ title: 'twin' }))
  return seeds
}

export function writeAll(folder: string, files: Iterable<[string, string | Uint8Array]>): void {
  for (const [path, content] of files) write(join(folder, path), content)
}

/** Path and content of every file below a folder. */
export function filesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter(entry => !entry.isDirectory())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(file => [`/${relative(folder, file)}`, readFileSync(file, 'latin1')]),
  )
}

/** Where two folders of output are not the same. */
export function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  const paths = [...new Set([...one.keys(), ...other.keys()])]
  return paths
    .filter(path => one.get(path) !== other.get(path))
    .map(path => `${path}: ${lengthOf(one.get(path))} and ${lengthOf(other.get(path))}`)
}

const lengthOf = (text: string | undefined) => (text === undefined ? 'none' : `${text.length} bytes`)

/** Folders with nothing in them. */
export const emptyFoldersOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(each => readdirSync(each).length === 0)

/** When each file was last written. */
export const timesOf = (folder: string): Map<string, number> =>
  new Map([...filesOf(folder).keys()].map(path => [path, statSync(join(folder, path)).mtimeMs]))

/**
 * What a reader would miss in a folder of output: files that are not whole, links that lead nowhere.
 *
 * @param from the pages a reader may begin at, whose links and those behind them are followed; all if not given
 */
export function faultsOf(folder: string, from?: string[]): string[] {
  const faults: string[] = existsSync(join(folder, 'index.html')) ? [] : ['no home page']
  const files = existsSync(folder) ? filesOf(folder) : new Map<string, string>()
  for (const [path, text] of files) {
    if (path.startsWith('/.next')) continue
    if (path.endsWith('.json') && !isJson(text)) faults.push(`${path} is cut off`)
    if (path.endsWith('.html') && !text.endsWith('</html>')) faults.push(`${path} is cut off`)
  }
  const pages = new Set(from ?? [...files.keys()].filter(path => !path.startsWith('/.next')))
  // A set goes on to what is added while it is gone through.
  for (const path of pages) {
    if (!path.endsWith('.html')) continue
    for (const [, address] of (files.get(path) ?? '').matchAll(/ (?:href|src)="(\/[^"]*)"/g)) {
      const to = fileOf(address!)
      if (!existsSync(join(folder, to))) faults.push(`${path} leads to ${address}`)
      pages.add(to)
    }
  }
  return faults
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** What a job told, in words that do not depend on where its seeds lie. */
export const toldBy = ({ problems, seedsDir }: Job): string[] =>
  problems.all.map(problem => formatProblem(problem).replaceAll(relative('.', seedsDir), 'seeds'))
