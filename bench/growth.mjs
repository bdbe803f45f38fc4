// How what a reader loads grows with the archive: requests and bytes of a home page, a list and an article.
// node bench/growth.mjs SEEDS_FOLDER...   Builds each with `--outDir`; a folder that is a built site is taken as it is.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as browserType } from 'playwright'
import { chromium, largestCategory, serveSite } from './static-site.mjs'

const folders = process.argv.slice(2)
if (folders.length === 0) throw new Error('Name one or more folders of seeds, the smallest first')

const browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox'] })
const first = {}
console.log('| page | articles | requests | bytes | change |\n|---|--:|--:|--:|--:|')
try {
  for (const folder of folders) {
    const isBuilt = existsSync(join(folder, 'data/tree.json'))
    const outDir = isBuilt ? folder : build(folder)
    try {
      await measureSite(outDir)
    } finally {
      if (!isBuilt) rmSync(outDir, { recursive: true, force: true })
    }
  }
} finally {
  await browser.close()
}

function build(seedsDir) {
  const outDir = mkdtempSync(join(tmpdir(), 'shiye-growth-'))
  execFileSync('npx', ['vite', 'build', '--outDir', outDir, '--emptyOutDir'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SEEDS_DIR: seedsDir },
  })
  return outDir
}

async function measureSite(outDir) {
  const articles = readdirSync(join(outDir, 'data/a'))
  const site = await serveSite(outDir)
  const pages = {
    home: '',
    list: `c/${largestCategory(outDir).path}/`,
    article: `a/${medianArticle(outDir, articles)}/`,
  }
  for (const [name, path] of Object.entries(pages)) {
    const { requests, bytes } = await measurePage(site.address + path)
    first[name] ??= bytes
    const change = `${((bytes / first[name] - 1) * 100).toFixed(1)} %`
    console.log(`| ${name} | ${articles.length} | ${requests} | ${bytes} | ${change} |`)
  }
  site.close()
}

/** Articles differ in length; that of the middle is the one to compare. */
function medianArticle(outDir, files) {
  const bySize = files
    .map(file => [file, statSync(join(outDir, 'data/a', file)).size])
    .sort(([, a], [, b]) => a - b)
  return bySize[bySize.length >> 1][0].replace('.json', '')
}

/** Everything but pictures that is asked for until the page has loaded, as it goes over the line. */
async function measurePage(address) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const types = new Map()
  let requests = 0
  let bytes = 0
  network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (types.get(requestId) === 'Image') return
    requests++
    bytes += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'load' })
  const result = { requests, bytes: Math.round(bytes) }
  await context.close()
  return result
}
