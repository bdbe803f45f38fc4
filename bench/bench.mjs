// Builds seeds/ and prints, as a table, the size of the first scripts and Lighthouse's mobile scores.
// npm run bench [-- runs]   The median of so many Lighthouse runs a page; 3 if not given.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const ARTICLE = 'a/a50380375c477f9c/'
const PAGES = {
  home: '',
  category: `c/${encodeURIComponent('手册')}/`,
  article: 'a/f9034ed16a82c7b5/',
  sample: ARTICLE,
}
const runs = Number(process.argv[2] ?? 3)

const bench = import.meta.dirname
if (!existsSync(join(bench, 'node_modules')))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', bench], { stdio: 'inherit' })
const { launch } = await import('chrome-launcher')
const { default: lighthouse } = await import('lighthouse')

const outDir = mkdtempSync(join(tmpdir(), 'shiye-bench-'))
const port = await freePort()
const site = `http://localhost:${port}/`
execFileSync('npx', ['vite', 'build', '--outDir', outDir], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, SITE_URL: site },
})
const server = spawn('npx', ['vite', 'preview', '--outDir', outDir, '--port', String(port), '--strictPort'], {
  detached: true,
  stdio: 'ignore',
})
try {
  await answers(site)
  console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0].model}, median of ${runs}\n`)
  console.log(
    '| page | first scripts, KB gzip | performance | accessibility | best practices | SEO | FCP s | LCP s | TBT ms | CLS |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|')
  for (const [name, path] of Object.entries(PAGES)) console.log(await row(name, path))
} finally {
  process.kill(-server.pid)
  rmSync(outDir, { recursive: true, force: true })
}

async function row(name, path) {
  const results = []
  for (let run = 0; run < runs; run++) results.push(await measure(site + path))
  const of = pick => median(results.map(pick))
  const score = id => Math.round(of(result => result.categories[id].score) * 100)
  const seconds = id => (of(result => result.audits[id].numericValue) / 1000).toFixed(2)
  const cells = [
    name,
    (scriptBytes(path) / 1000).toFixed(1),
    ...['performance', 'accessibility', 'best-practices', 'seo'].map(score),
    seconds('first-contentful-paint'),
    seconds('largest-contentful-paint'),
    Math.round(of(result => result.audits['total-blocking-time'].numericValue)),
    of(result => result.audits['cumulative-layout-shift'].numericValue).toFixed(3),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Lighthouse's own mobile settings, in a fresh browser. */
async function measure(url) {
  const chrome = await launch({
    chromePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    chromeFlags: [
      '--headless',
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
  try {
    return (await lighthouse(url, { port: chrome.port, logLevel: 'error' })).lhr
  } finally {
    chrome.kill()
  }
}

/** Gzip size of every script that the document names: all that runs before the page is interactive. */
function scriptBytes(path) {
  const html = readFileSync(join(outDir, decodeURIComponent(path), 'index.html'), 'utf8')
  const scripts = new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file))
  return [...scripts].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length,
    0,
  )
}

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1]
}

function freePort() {
  return new Promise(resolve => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function answers(url) {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await fetch(url)
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  throw new Error(`${url} does not answer`)
}
