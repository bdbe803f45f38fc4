import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { answers } from './answers.mjs'
import { figuresOf, inspect } from './lighthouse.mjs'
import { figure, medians, table } from './table.mjs'

const root = resolve(import.meta.dirname, '..')
const vite = join(root, 'node_modules/.bin/vite')

const PAGES = {
  home: '',
  category: `c/${encodeURIComponent('手册')}/`,
  article: 'a/f9034ed16a82c7b5/',
  sample: 'a/a50380375c477f9c/',
}

/** Builds `seeds/`, serves it as `npm start` does, and notes the size of the first scripts and Lighthouse's scores. */
export async function measureSeeds({ runs, tempDir, tell }) {
  const outDir = join(tempDir, 'seeds-out')
  const port = await freePort()
  const site = `http://localhost:${port}/`
  tell('seeds/: building')
  execFileSync(vite, ['build', '--outDir', outDir, '--emptyOutDir'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SITE_URL: site, CACHE_DIR: join(tempDir, 'seeds-cache') },
  })
  const server = spawn(vite, ['preview', '--outDir', outDir, '--port', String(port), '--strictPort'], {
    cwd: root,
    stdio: 'ignore',
  })
  try {
    await answers(site)
    const rows = []
    for (const [name, path] of Object.entries(PAGES)) {
      tell(`seeds/: ${name}`)
      const results = []
      for (let run = 0; run < runs; run++) results.push(figuresOf(await inspect(site + path)))
      rows.push(rowOf(name, scriptBytes(outDir, path), medians(results)))
    }
    const head = [
      'page',
      'first scripts, KB gzip',
      'performance',
      'accessibility',
      'best practices',
      'SEO',
      'FCP s',
      'LCP s',
      'TBT ms',
      'CLS',
    ]
    return `### Pages of \`seeds/\`\n\n${table(head, rows)}`
  } finally {
    server.kill()
    rmSync(outDir, { recursive: true, force: true })
  }
}

function rowOf(name, bytes, { performance, accessibility, practices, seo, fcp, lcp, tbt, cls }) {
  const scores = [performance, accessibility, practices, seo].map(score => figure(score))
  return [
    name,
    figure(bytes / 1000, 1),
    ...scores,
    figure(fcp, 2),
    figure(lcp, 2),
    figure(tbt),
    figure(cls, 3),
  ]
}

/** Gzip size of every script that the document names: all that runs before the page is interactive. */
function scriptBytes(outDir, path) {
  const html = readFileSync(join(outDir, decodeURIComponent(path), 'index.html'), 'utf8')
  const scripts = new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file))
  return [...scripts].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length,
    0,
  )
}

function freePort() {
  return new Promise(resolve => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
